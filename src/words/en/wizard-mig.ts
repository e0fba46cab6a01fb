/** What the wizard says of MIG. */
export const wizardMig = {
  'wizard.mig.title': 'MIG: one card, cut into several devices',
  'wizard.mig.text':
    'Each program then sees one device with its own memory and processors, and no longer the whole card. The devices are made anew at each boot.',
  'wizard.mig.sizes': '{name} ({address}): what it offers',
  'wizard.mig.sizes.driver':
    'By the driver’s own table. All sizes share the card: one that is made leaves fewer of the others.',
  'wizard.mig.sizes.model':
    'By what is known of this model; the driver tells only once MIG is on. All sizes share the card: one that is made leaves fewer of the others.',
  'wizard.mig.sizes.unknown': '{name} ({address}): what it offers, its driver tells only once MIG is on.',
  'wizard.mig.size': 'Size',
  'wizard.mig.free': 'Free',
  'wizard.mig.total': 'In all',
  'wizard.mig.there': 'Instances on {address} now: {there}',
  'wizard.mig.on-empty': 'MIG mode is on ({address}), and there are no instances: no program can use the card.',
  'wizard.mig.layout': 'What each card with MIG is cut into',
  'wizard.mig.keep': 'Leave as it is',
  'wizard.mig.off': 'Turn MIG off: the whole card again',
  'wizard.mig.off.text': 'Its instances are destroyed.',
  'wizard.mig.own': 'Another layout',
  'wizard.mig.own.label': 'Layout',
  'wizard.mig.own.hint': 'As in a profile: {right}. A layout for each GPU is written in a profile.',
  'wizard.mig.wrong': 'This is no layout yet. It is written so: {right}.',
  'wizard.mig.replace': 'Destroy instances that the layout does not name',
  'wizard.mig.replace.text': 'Otherwise they stay; where they stand in the way, nothing is changed.',
  'wizard.mig.costs': 'What it costs',
} as const;
