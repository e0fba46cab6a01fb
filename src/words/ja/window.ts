export const window = {
  'window.root': 'ウィンドウは root では実行しません。ページの表示に root 権限は不要です。一般ユーザーで起動してください（変更を行う時点でパスワードを求めます）。または「gpu-guest serve」を実行し、ブラウザーでウィザードを開いてください。',
  'window.no-pages': 'ウィザードのページが所定の場所（{folder}）にありません。「npm run build」で作成するか、パッケージを再インストールしてください。',
  'start.window': 'Electron とディスプレイが利用できるため、ウィザードを専用ウィンドウで開きます。',
  'start.served': 'ウィザードをブラウザー向けに提供します。{why}',
  'start.root': 'ウィンドウは root では実行しません。',
  'start.no-display': 'このセッションにはディスプレイがありません（WAYLAND_DISPLAY と DISPLAY のどちらも未設定です）。',
  'start.no-electron': 'Electron 本体がインストールされていません。「npx install-electron」で取得すると、「npm start」でウィンドウが開きます。',
} as const;
