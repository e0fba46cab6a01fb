/** A Windows guest as its story tells it. What is not told is not there. */
import type { InfParts } from '../../src/simulated/windows/media.ts';

type Named<T> = Readonly<Record<string, T>>;

export type WindowsDeviceSpec = {
  /** `VEN_10DE&DEV_1EB8&SUBSYS_130F10DE` */
  readonly ids: string;
  readonly class: string;
  /** Bus, device, function, in decimal: `2,1,0`. */
  readonly at: string;
  /** Of Device Manager; default: 0 with a driver, 28 without. */
  readonly problem?: number | string;
  /** A name of `infs`, or one of Windows's own. */
  readonly driver?: string;
  /** As Windows calls it without a driver. */
  readonly plain?: string;
};

export type WindowsSpec = {
  readonly product: string;
  readonly build: number;
  readonly display: string;
  readonly language?: 'en' | 'zh' | 'ja';
  readonly firmware: 'uefi' | 'bios';
  readonly secureBoot?: boolean;
  readonly maker: string;
  readonly model: string;
  readonly hypervisor?: boolean;
  readonly assetTag?: string;
  readonly bios?: readonly [string, string];
  readonly withoutPowerShell?: boolean;
  readonly asUser?: boolean;
  /** MiB on drive C. */
  readonly freeMiB?: number;
  readonly path?: string;
  readonly devices: Named<WindowsDeviceSpec>;
  /** Drivers that Windows has, by the names under which it has published them. */
  readonly infs?: Named<InfParts>;
  /** Driver packages on the media, with what their INFs list. */
  readonly packages?: Named<InfParts>;
  readonly sevenZip?: boolean;
  /** Of the display container, where NVIDIA's setup has brought one. `licensed`: it holds a licence. */
  readonly service?: { readonly state: 'running' | 'stopped' | 'disabled'; readonly licensed?: boolean; readonly since?: string };
  /** Lines of the display container's log. */
  readonly log?: readonly string[];
  /** Numbers are DWORDs. */
  readonly registry?: Named<Named<string | number>>;
  /** Of the machine, besides PATH. */
  readonly environment?: Named<string>;
};
