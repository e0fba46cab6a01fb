import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Door, Reached } from '../../src/domain/reach.ts';
import { licenceServers } from '../../src/probes/licence-servers.ts';
import { proxyIn } from '../../src/probes/service-proxy.ts';
import { makeToken } from '../media/make-token.ts';
import { madeUpMachine } from './made-up-machine.ts';

const TOKEN = '/etc/nvidia/ClientConfigToken/a.tok';
const reachedBy = (door: Door): Reached => ({
  door,
  resolvers: [],
  lookup: { kind: 'found', addresses: ['10.0.0.1'] },
  connection: { kind: 'refused' },
  handshake: { kind: 'not-tried' },
  clock: null,
});

async function knockedAt(contents: Parameters<typeof madeUpMachine>[0]) {
  const doors: Door[] = [];
  const reach = async (door: Door): Promise<Reached> => {
    doors.push(door);
    return reachedBy(door);
  };
  const found = await licenceServers.observe.linux!({ ...madeUpMachine(contents), reach });
  return { doors, found };
}

describe('the licence servers', () => {
  test('are those of the token; on port 80 licences are only given back, without TLS', async () => {
    const { doors, found } = await knockedAt({ files: { [TOKEN]: makeToken() } });
    expect(doors).toEqual([
      { host: 'dls.example.org', port: 443, tls: true },
      { host: 'dls.example.org', port: 80, tls: false },
    ]);
    expect(found.contacts.map(({ namedIn, grants }) => [namedIn, grants])).toEqual([
      [TOKEN, true],
      [TOKEN, false],
    ]);
  });

  test('and those of gridd.conf, on port 7070 unless it says otherwise', async () => {
    const text = 'ServerAddress=10.0.0.7\nBackupServerAddress=licence2.example.test\nBackupServerPort=7071\n';
    const { doors } = await knockedAt({ files: { '/etc/nvidia/gridd.conf': text } });
    expect(doors).toEqual([
      { host: '10.0.0.7', port: 7070, tls: false },
      { host: 'licence2.example.test', port: 7071, tls: false },
    ]);
  });

  test('are knocked at once each, however many tokens name them, and never more than eight', async () => {
    const twice = { [TOKEN]: makeToken(), '/etc/nvidia/ClientConfigToken/b.tok': makeToken() };
    expect((await knockedAt({ files: twice })).doors).toHaveLength(2);
    const sets = Array.from({ length: 20 }, (_, idx) => ({
      idx,
      url: `dls${String(idx)}.example.org`,
      svc_port_set_idx: 0,
    }));
    const configuration = {
      svc_port_set_list: [{ idx: 0, svc_port_map: [{ service: 'auth', port: 443 }] }],
      node_url_list: sets,
    };
    const many = makeToken({ service_instance_configuration: configuration });
    expect((await knockedAt({ files: { [TOKEN]: many } })).doors).toHaveLength(8);
  });

  test('what cannot be an address is not knocked at', async () => {
    const { doors } = await knockedAt({
      files: { '/etc/nvidia/gridd.conf': 'ServerAddress=$(reboot)\nServerPort=99999\n' },
    });
    expect(doors).toEqual([]);
  });

  test('are not known where nobody can knock; where none is named there is nothing to know', async () => {
    const at = (files: Readonly<Record<string, string>>) => licenceServers.observe.linux!(madeUpMachine({ files }));
    await expect(at({ [TOKEN]: makeToken() })).rejects.toBeInstanceOf(Unobservable);
    expect(await at({})).toEqual({ contacts: [], proxy: null });
  });

  test('come with the proxy of the service, without its password', async () => {
    const commands = {
      'systemctl show nvidia-gridd -p Environment':
        'Environment=A=1 https_proxy=http://me:s3cret@proxy.example.test:3128/\n',
    };
    const { found } = await knockedAt({ files: { [TOKEN]: makeToken() }, commands });
    expect(found.proxy).toMatchObject({ variable: 'https_proxy', door: { host: 'proxy.example.test', port: 3128 } });
    expect(JSON.stringify(found)).not.toMatch(/s3cret|me:/);
  });
});

describe('a proxy in the environment of a service', () => {
  test.each([
    ['Environment=HTTP_PROXY=http://a.test HTTPS_PROXY=https://b.test', 'b.test', 443],
    ['Environment="ALL_PROXY=socks5://c.test" X=y', 'c.test', 1080],
    ['Environment=http_proxy=proxy.test:8080', 'proxy.test', 8080],
    ['Environment=https_proxy=http://[2001:db8::1]:3128', '2001:db8::1', 3128],
  ])('%s', (text, host, port) => {
    expect(proxyIn(text)?.door).toEqual({ host, port, tls: false });
  });
  test('is none where none is named', () => {
    expect(proxyIn('Environment=NO_PROXY=localhost PATH=/bin')).toBeNull();
    expect(proxyIn('')).toBeNull();
  });
});
