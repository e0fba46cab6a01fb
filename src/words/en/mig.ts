/** MIG: its section of the profile, its steps, checks and facts. */
export const mig = {
  'profile.key.mig': 'MIG: one card cut into several devices. For whole cards that have it (A100, A30, H100 and later); left alone unless something is asked for here.',
  'profile.key.mig.mode':
    'auto: on where a layout asks for instances, otherwise left as it is. on, off: on every card that has MIG. A change needs cards without work on them; on Ampere also a reset, or a reboot.',
  'profile.key.mig.layout':
    'none: no instances are made. Or sizes as “nvidia-smi mig -lgip” names them, such as 1g.10gb x7, or 3g.40gb, 2g.20gb x2; where several devices share the memory of one instance, 1c.3g.40gb x3; a list of them; or by GPU, each on its own line below: its number, UUID or PCI address, then its sizes, or off: there without MIG. They are made anew at each boot.',
  'profile.key.mig.replace':
    'true: instances that the layout does not name are destroyed, where nothing uses the GPU. false: they stay; where they stand in the way, nothing is done.',
  'profile.mig.sizes': 'sizes as “nvidia-smi mig -lgip” names them, at most 7 devices in all: 1g.10gb x7, or 3g.40gb, 2g.20gb x2, or 1c.3g.40gb x3 for devices that share one 3g.40gb; or none',
  'profile.mig.gpu': 'a GPU by its number (0), its UUID (GPU-…) or its PCI address (0000:00:06.0)',
  'profile.mig.shape': 'sizes such as 1g.10gb x7, a list of them, or sizes by GPU; none for no instances, by GPU also off',
  'profile.mig.off': 'auto or on, as a layout asks for instances; or leave the layout out',
  'step.mig.not-wanted': 'The profile asks for nothing about MIG.',
  'step.mig.image': 'The card is not here. MIG is set up where the image’s guests run: apply the profile there.',
  'step.mig.no-driver': 'nvidia-smi does not answer, and MIG is set with it. Load the driver first.',
  'step.mig.vgpu':
    'The GPU is a vGPU ({name}). Whether the card is cut by MIG is decided on the host; in this guest there is nothing to set. For another size, ask for another vGPU type. Take the section `mig` out of this guest’s profile.',
  'step.mig.no-card':
    'No GPU of this guest has MIG. It is a feature of A100, A30, H100 and later data-centre cards, and of some RTX PRO cards. Take the section `mig` out of this guest’s profile.',
  'step.mig.no-such-gpu': 'The layout names GPUs that this guest does not have, or that have no MIG: {names}. `nvidia-smi -L` lists them.',
  'step.mig.in-use':
    'These processes have a GPU open: {names}. While they do, neither can MIG mode be changed nor an instance be destroyed. Nothing of them is ended unasked: stop them, then run the command again.',
  'step.mig.stops': 'These services hold the GPUs open. They are stopped for it and started again: {services}.',
  'step.mig.mode.title': 'Set MIG mode',
  'step.mig.mode.done': 'MIG mode is as the profile wants it.',
  'step.mig.mode.on': 'MIG mode is turned on: {address}. From then on, programs see the card’s instances only.',
  'step.mig.mode.off': 'MIG mode is turned off: {address}. Programs see the whole card again.',
  'step.mig.mode.on-off': 'MIG mode is turned on: {on}; and off: {off}. Where it is on, programs see the card’s instances only; where it is off, the whole card.',
  'step.mig.mode.waits': 'The change of MIG mode is set and waits in the card ({address}). It takes effect with a reboot.',
  'step.mig.mode.resets':
    'The card is reset for it ({address}). Hypervisors often forbid that; then a reboot of this guest follows, and the run goes on after it.',
  'step.mig.mode.loses': 'The card’s GPU instances go with the mode: {count}.',
  'step.mig.mode.reset-undo': 'A reset of the card leaves nothing behind.',
  'step.mig.mode.undo':
    'The mode of before is set again, and the instances of before are made again. On Ampere it takes effect with a reset of the card, or a reboot.',
  'step.mig.instances.title': 'Make MIG instances',
  'step.mig.instances.done': 'The instances of the layout are there, and are made anew at each boot.',
  'step.mig.instances.none': 'No instances are asked for.',
  'step.mig.instances.todo': 'MIG devices are to be made ({layout}). A unit makes them anew at each boot, before containers start.',
  'step.mig.instances.unit': 'The instances are as they should be. What makes them anew at each boot is brought up to date.',
  'step.mig.instances.mode-off': 'MIG mode is not on, so no instances can be made.',
  'step.mig.instances.loses': 'On {address}, what is not in the layout is destroyed: {names}.',
  'step.mig.instances.no-such-size': 'The GPU at {address} ({name}) offers no {size}. It offers (free/in all): {offers}.',
  'step.mig.instances.no-room':
    '{layout} does not fit on the GPU at {address} ({name}). It offers (free/in all): {offers}. Sizes share the card’s slices: with one of them, fewer of the others are left.',
  'step.mig.instances.others':
    'Other GPU instances stand in the way of {layout} on the GPU at {address}: {there}. With `replace: true` below `mig:` in the profile they are destroyed. Free/in all at present: {offers}.',
  'step.mig.instances.undo': 'What was made is destroyed, what was destroyed is made again, and the unit is removed.',
  'mig.cost.on': 'MIG mode is on already: devices are made without a reset or a reboot.',
  'mig.cost.resets':
    'To turn MIG on or off, the card is reset. Hypervisors often forbid that; then this guest has to be rebooted, and the run goes on after it.',
  'mig.cost.at-once': 'MIG is turned on or off at once, without a reset or a reboot.',
  'mig.cost.off': 'MIG mode is off already: nothing has to be done for it.',
  'mig.cost.waits': 'The change of MIG mode is set already and waits in the card: it takes effect with a reboot of this guest.',
  'mig.cost.in-use':
    'These processes have a GPU open: {names}. While they do, neither can MIG mode be changed nor an instance be destroyed. Nothing of them is ended unasked: stop them first.',
  'mig.cost.unused': 'No process has a GPU open at present.',
  'mig.cost.users-unknown': 'Which processes have a GPU open could not be read. While one has, neither can MIG mode be changed nor an instance be destroyed.',
  'mig.no-layout': '“{layout}” is no MIG layout. It is written so: {right}.',
  'mig.vgpu': 'MIG is set on the host: this guest has a vGPU, not the whole card. For another size, ask for another vGPU type.',
  'check.mig': 'MIG on {address}: {wanted}',
  'check.mig.any': 'MIG as the profile wants it',
  'check.mig.on': 'on',
  'check.mig.off': 'off',
  'check.mig.found.off': 'MIG mode is off',
  'check.mig.found.on': 'MIG mode is on; instances: {there}',
  'check.mig.found.empty': 'MIG mode is on; no instances',
  'check.mig.found.no-card': 'no GPU of this guest has MIG',
  'fact.gpuClients': 'the processes that have a GPU open',
  'fact.migInstances': 'the MIG instances',
  'fact.migUnit': 'the unit that makes MIG instances at boot',
  'question.gpuClients': 'Which processes have a GPU open?',
  'question.migInstances': 'Which MIG instances does each GPU have?',
  'question.migUnit': 'Are MIG instances made anew at each boot?',
} as const;
