export const window = {
  'window.root': '窗口不以 root 身份运行：显示页面不需要 root 权限。请以普通用户启动，需要更改系统时会要求输入密码；也可以运行“gpu-guest serve”，在浏览器中打开向导。',
  'window.no-pages': '在程序查找的位置（{folder}）没有向导的页面。请运行“npm run build”生成页面，或重新安装软件包。',
  'start.window': '正在独立窗口中打开向导：Electron 和显示器均可用。',
  'start.served': '通过浏览器提供向导：{why}',
  'start.root': '窗口不以 root 身份运行。',
  'start.no-display': '当前会话没有显示器（WAYLAND_DISPLAY 和 DISPLAY 均未设置）。',
  'start.no-electron': '尚未安装 Electron 程序。运行“npx install-electron”下载后，“npm start”即可打开窗口。',
} as const;
