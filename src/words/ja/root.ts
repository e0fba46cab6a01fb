import type { root as en } from '../en/root.ts';

export const root: Record<keyof typeof en, string> = {
  'cli.option.root': 'このマシンではなく、DIR にファイルシステムがマウントされたゲストを対象にします',
  'root.not-there': '{folder} は存在しません。--root には、ゲストのファイルシステムをマウントしたフォルダーを指定してください。',
  'root.no-folder':
    '{folder} はフォルダーではありません。--root には、ゲストのファイルシステムをマウントしたフォルダーを指定してください。ディスクイメージは先にマウントします。',
  'root.this-machine': '{folder} はこのマシン自身のルートです。このマシンを対象にするには、--root を外してください。',
  'root.no-guest':
    '{folder} にゲストはありません。/etc/os-release がありません。--root には、ゲストのルートパーティションをマウントしたフォルダーを指定してください。',
  'root.no-mount-point':
    '{folder} のゲストは扱えません。{missing} がフォルダーではないため、ゲストのコマンドに必要なものをマウントできません。ゲストのルートパーティション自体をマウントしてください。',
  'root.read-only': '{folder} のファイルシステムは読み取り専用でマウントされているため、何も変更できません。読み書き可能でマウントしてください。',
  'root.needs-root':
    '{folder} のゲストは chroot で実行するゲスト自身のコマンドで調べます。これができるのは root だけです。sudo を付けて実行してください。',
  'root.with-source': '--root がすでにゲストを指定しており、{word} は別のゲストになります。どちらかを外してください。',
  'root.no-unshare':
    'ゲストのコマンドは専用のマウント名前空間で実行しますが、それを作る unshare がこのマシンにありません。パッケージ util-linux をインストールしてください。',
  'root.other-architecture':
    '{folder} のゲストは {arch} 用で、このマシンは {here} のため、ゲストのコマンドはここでは動きません。{arch} のマシンでビルドするか、コマンドを動かせるようにする qemu-user-static をインストールしてください。',
  'root.no-commands':
    '{folder} のゲストのコマンドをここから実行できません（{why}）。マウントと chroot が許可されている必要があります。コンテナーでは --privileged が必要です。',
  'root.no-reboot':
    '再起動はしません。ゲストはここにマウントされているだけです。起動が必要な作業は、イメージの起動時に実行され、確認されます。',
};
