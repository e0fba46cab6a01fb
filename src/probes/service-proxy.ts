import type { Observer } from '../domain/machine.ts';
import type { Door } from '../domain/reach.ts';
import { ifObservable } from './if-observable.ts';

/** The proxy that the licensing service's environment names. Credentials in it are never kept. */
export type ServiceProxy = { readonly variable: string; readonly door: Door };

const SHOW_ENVIRONMENT = ['systemctl', 'show', 'nvidia-gridd', '-p', 'Environment'] as const;
const VARIABLE = /(?:^Environment=|[\s"])(https_proxy|all_proxy|http_proxy)=([^\s"]+)/gim;
/** What is used for HTTPS comes first. */
const ORDER = ['https_proxy', 'all_proxy', 'http_proxy'];

/** `http://user:secret@proxy.example:3128/` → its host and port. In a capture the host is a placeholder, `<host-1>`. */
function doorOf(value: string): Door | null {
  const match = /^(?:([a-z]\w*):\/\/)?(?:[^@/]*@)?(\[[0-9a-f:.]+\]|[\w.<>-]+)(?::(\d+))?/i.exec(value);
  if (!match) return null;
  const [, scheme = 'http', host = '', port] = match;
  const usual = scheme.toLowerCase() === 'https' ? 443 : scheme.toLowerCase().startsWith('socks') ? 1080 : 80;
  return { host: host.replace(/^\[|\]$/g, ''), port: port === undefined ? usual : Number(port), tls: false };
}

/** Of the output of `systemctl show -p Environment`. */
export function proxyIn(environment: string): ServiceProxy | null {
  const named = [...environment.matchAll(VARIABLE)].map(([, variable = '', value = '']) => ({ variable, value }));
  const best = ORDER.flatMap((name) => named.find(({ variable }) => variable.toLowerCase() === name) ?? [])[0];
  const door = best && doorOf(best.value);
  return best && door ? { variable: best.variable, door } : null;
}

export async function serviceProxy(machine: Observer): Promise<ServiceProxy | null> {
  if (machine.platform !== 'linux') return null;
  return proxyIn((await ifObservable(machine.run(SHOW_ENVIRONMENT)))?.stdout ?? '');
}
