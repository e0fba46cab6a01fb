export const session = {
  'session.nothing-given': 'このプログラムはソースを指定せずに起動されました。「gpu-guest serve FILE」のように指定して起動してください。',
  'session.only-recorded': 'これはゲストの記録で、ゲストそのものではないため、何も変更できません。プランはそのゲスト上で実行してください。',
  'session.not-at-work': '実行 {run} はこのプログラムでは動いていないため、ここからは取り消せません。別のプログラムが動かしている場合は、そちらで取り消してください。',
  'session.at-work': '実行 {run} はすでに動いています。進行を見るか、先に取り消してください。',
  'session.not-newest': '実行 {run} は最新ではないため、続行できません。続行できるのは最新の実行だけです。',
  'session.ended': '管理者権限で動くプログラムが、何も出力せずに終了コード {exitCode} で終了しました。実行済みの内容は「gpu-guest runs」で確認してください。',
  'session.killed': '管理者権限で動くプログラムが外部から終了されました。実行済みの内容は「gpu-guest runs」で確認でき、「gpu-guest resume」で続行できます。',
  'session.said': '{said}',
  'session.not-authorised': '管理者のパスワードが入力されなかったため、何も行われませんでした。{said}',
  'session.uac-refused':
    'Windows がこのプログラムに管理者権限を与えませんでした。ユーザー アカウント制御の確認で「はい」が選ばれなかったか、ポリシーで禁止されています。何も変更していません。もう一度試して許可するか、「管理者として実行」でこのプログラムを起動してください。',
  'session.elevation.uac':
    '管理者にはこのプログラムより多くの情報が見えるため、プランを作成する前に Windows が管理者の許可（ユーザー アカウント制御）を求めます。確認画面はタスク バーに隠れていることがあります。ウィザードを使っている間は一度だけ尋ねられます。',
  'session.elevation.is-root': 'このプログラムは root で動いており、このゲストを変更できます。',
  'session.elevation.is-root-windows': 'このプログラムは管理者権限で動いており、このマシンを変更できます。',
  'session.elevation.none-windows':
    'このプログラムは管理者権限なしで動いているため、このマシンを変更できません。いったん閉じて「管理者として実行」で起動するか、同じ方法で開いたターミナルで「gpu-guest apply」を実行してください。',
  'session.elevation.pkexec': '変更を始める前に、システムが管理者のパスワードを求めます。',
  'session.elevation.sudo': '変更は sudo を通して行われます。ここではパスワードは不要です。',
  'session.elevation.none':
    'このプログラムはこのゲストを変更できません。root で動いておらず、権限を求める相手もいません。いったん停止して「sudo gpu-guest serve」で起動するか、端末で「sudo gpu-guest apply」を実行してください。',
} as const;
