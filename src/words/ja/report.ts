import { proof } from './proof.ts';

export const report = {
  ...proof,
  'report.title': 'GPU ゲスト診断レポート',
  'report.mend-first': 'まず対処する問題: {title}',
  'report.causes': '問題',
  'report.consequences': 'この問題から生じるもの:',
  'report.notes': '参考情報',
  'report.evidence': '根拠',
  'report.forward': '転送用の文面',
  'report.cure': 'このプログラムで対処できます: `{apply}`',
  'report.next-title': '次の手順',
  'report.next':
    '`{plan}` で、このプログラムが対処できる内容を正しい順序で確認できます。`{apply}` で実行し、`gpu-guest undo` で元に戻せます。',
  'report.next-simulated':
    '`{plan}` は、このプログラムがここで解決できることを正しい順序で表示します。`{apply}` で実行します（模擬ゲスト上のみ）。',
  'report.next-recorded':
    '該当のゲスト上で `{plan}` を実行すると、このプログラムが対処できる内容を正しい順序で確認できます。`{apply}` で実行し、`gpu-guest undo` で元に戻せます。',
  'report.unread-title': '読み取れなかったもの',
  'report.unread': '次のものは読み取れなかったため、判断の対象に含めていません: {list}。',
  'report.unread-group': '{list}（{why}）',
  'report.comma': '、',
  'report.semicolon': '、',
  'report.withheld':
    'このレポートは第三者に渡せます。ホスト名、ユーザー名、パブリックアドレス、シリアル番号、識別子、機密情報は <address-1> のようなプレースホルダーに置き換えています。同じ値には常に同じプレースホルダーを使います。',
  'report.nothing': '問題は見つかりませんでした。',
  'report.guest-title': 'ゲスト',
  'report.gpu': 'GPU',
  'report.time': '情報源の時刻',
  'report.made-by': 'GPU Guest Assistant {version}',
  'report.not-judged': '次のものが読み取れなかったため、判断していません: {list}',
  'report.stumbled': 'このプログラムのエラーにより、この規則は判断できませんでした: {message}',
} as const;
