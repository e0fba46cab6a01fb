import { withoutPersistence } from '../../diagnosis/fabric-state.ts';
import { refresh, run, undoBy, writeFile } from '../../domain/act.ts';
import { valueOf } from '../../domain/fact.ts';
import { PERSISTENCE_UNIT, PERSISTENCE_UNIT_NAME } from '../../domain/places.ts';
import { say } from '../../words/say.ts';
import { isForImage } from '../image.ts';
import { defineStep, done, notWanted, type Task } from '../step.ts';

/**
 * nvidia-smi tells NVIDIA's daemon where that runs, and the driver itself where it does not: distributions start the daemon with
 * --no-persistence-mode, or not at all.
 */
const UNIT = `[Unit]
Description=Persistence mode of the NVIDIA GPUs
After=nvidia-persistenced.service
ConditionPathExists=/usr/bin/nvidia-smi

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/nvidia-smi -pm 1
ExecStop=/usr/bin/nvidia-smi -pm 0

[Install]
WantedBy=multi-user.target
`;

/** A vGPU is kept initialised by its host. Of an image that is built without its card nobody knows yet. */
const isForWholeCards = (task: Task): boolean => isForImage(task) || task.gpus.some(({ mode }) => mode === 'passthrough');

export const driverPersistence = defineStep({
  id: 'driver.persistence',
  on: ['linux'],
  optional: true,
  cures: ['driver.persistence-off'],
  needs: ['gpuUnits'],
  wants: ['nvidiaSmi'],
  undo: say('step.driver.persistence.undo'),
  unwanted: ({ profile }) => (profile.multiGpu.persistence ? null : say('step.driver.persistence.not-in-profile')),
  propose({ gpuUnits, nvidiaSmi }, task) {
    if (!isForWholeCards(task)) return notWanted(say('step.driver.persistence.vgpu'));
    const smi = valueOf(nvidiaSmi);
    const isOn = isForImage(task) || (smi?.kind === 'answered' && withoutPersistence(smi).length === 0);
    if (gpuUnits.persistence.startsAtBoot && isOn) return done(say('step.driver.persistence.done'));
    // Where the mode is on already, by another's doing, it is not ours to be ended.
    const now = isOn ? [] : ['--now'];
    return {
      kind: 'todo',
      because: say('step.driver.persistence.todo'),
      actions: [
        writeFile(PERSISTENCE_UNIT, UNIT),
        run(['systemctl', 'enable', ...now, PERSISTENCE_UNIT_NAME], {
          undo: undoBy(['systemctl', 'disable', ...now, PERSISTENCE_UNIT_NAME]),
          timeoutMs: 2 * 60_000,
        }),
        refresh(['systemctl', 'daemon-reload']),
      ],
    };
  },
});
