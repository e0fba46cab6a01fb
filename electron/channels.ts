/** The four channels that carry the contract; a question more in the contract is none more here. */
export type Channels = {
  /** Asked: a name and its input; answered by one reply. */
  readonly call: 'gpu-guest:call';
  /** A number of the page's own choosing, a name and its input. */
  readonly listen: 'gpu-guest:listen';
  readonly unlisten: 'gpu-guest:unlisten';
  /** To the page: that number and a reply; null ends it. */
  readonly reply: 'gpu-guest:reply';
  /** Beside the contract: the system's folder dialog. */
  readonly pickFolder: 'gpu-guest:pick-folder';
};

export const channels: Channels = {
  call: 'gpu-guest:call',
  listen: 'gpu-guest:listen',
  unlisten: 'gpu-guest:unlisten',
  reply: 'gpu-guest:reply',
  pickFolder: 'gpu-guest:pick-folder',
};
