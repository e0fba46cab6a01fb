export const session = {
  'session.nothing-given': 'This program was not started with a source. Start it with one: “gpu-guest serve FILE”.',
  'session.only-recorded':
    'This is a record of a guest, not the guest itself: nothing can be changed in it. Run the plan on the guest.',
  'session.not-at-work':
    'Run {run} is not at work in this program, so it cannot be cancelled from here. If another program works on it, cancel it there.',
  'session.at-work': 'Run {run} is at work already. Follow it, or cancel it first.',
  'session.not-newest': 'Run {run} is not the newest one, so it cannot be gone on with. Only the newest run can.',
  'session.ended':
    'The program that works with administrator rights ended with exit code {exitCode} and said nothing. See “gpu-guest runs” for what was done.',
  'session.killed':
    'The program that works with administrator rights was ended from outside. See “gpu-guest runs” for what was done; “gpu-guest resume” goes on.',
  'session.said': '{said}',
  'session.not-authorised': 'The administrator’s password was not given, so nothing was done. {said}',
  'session.uac-refused':
    'Windows did not give this program administrator rights: its question (User Account Control) was not answered with Yes, or a policy forbids it. Nothing was done. Try again and agree, or start this program with “Run as administrator”.',
  'session.elevation.uac':
    'Windows asks for an administrator’s consent (User Account Control) before the plan is made, as an administrator sees more than this program may. Its question may wait in the taskbar; while the wizard is in use it is asked once.',
  'session.elevation.is-root': 'This program runs as root: it can change this guest.',
  'session.elevation.is-root-windows': 'This program runs with administrator rights: it can change this machine.',
  'session.elevation.none-windows':
    'This program may not change this machine: it runs without administrator rights. Close it, and start it with “Run as administrator”; or run “gpu-guest apply” in a terminal opened that way.',
  'session.elevation.pkexec': 'The system will ask for an administrator’s password before anything is changed.',
  'session.elevation.sudo': 'Changes are made through sudo, which asks for no password here.',
  'session.elevation.none':
    'This program may not change this guest: it does not run as root, and can ask nobody for the rights. Stop it, and start it with “sudo gpu-guest serve”; or run “sudo gpu-guest apply” in a terminal.',
} as const;
