/** While a run is taken back, and once it was. */
export const wizardUndo = {
  'wizard.undoing.progress': '{done} of {count} steps taken back',
  'wizard.undoing.progress.done': '{done} steps taken back',
  'wizard.undoing.state.ahead': 'still stands',
  'wizard.undoing.state.working': 'being taken back',
  'wizard.undoing.state.done': 'taken back',
  'wizard.undoing.now': 'Now taken back: {step}',

  'wizard.after-undo.reboot-due': 'Until the guest is rebooted, the running kernel still has what was loaded before. Reboot it when it suits.',
  'wizard.after-undo.remains': 'Run {run} ({status}), made before it, still stands. It can be taken back next.',
  'wizard.after-undo.remain': 'Run {run} ({status}) and {count} more before it still stand. They can be taken back one at a time, newest first.',
  'wizard.after-undo.to-history': 'To the history',
} as const;
