/** A unit that makes the instances of the layout at each boot, as they do not outlive one; a plain script of nvidia-smi, so that it needs nothing of ours. */
import { inOrderOfMaking } from '../../diagnosis/mig-room.ts';
import type { MigGpu, MigOffer } from '../../diagnosis/mig-state.ts';
import { refresh, removeFile, writeFile, writeLink } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { MIG_SCRIPT, MIG_UNIT, MIG_WANTED } from '../../domain/places.ts';
import type { MigUnit } from '../../probes/mig-unit.ts';
import { busId, spelled } from './commands.ts';

const HEAD = `#!/bin/sh
# Written by GPU Guest Assistant from the section "mig" of its profile; "gpu-guest undo" removes it.
# Does what is written at the end, and nothing where it is so already. What it did is in the journal: journalctl -u gpu-guest-mig
export LC_ALL=C
failed=0

mode_on() {
  case $(nvidia-smi -i "$1" --query-gpu=mig.mode.current --format=csv,noheader) in
    Enabled) echo "GPU $1: MIG mode is on." ;;
    *) nvidia-smi -i "$1" -mig 1 || failed=1 ;;
  esac
}

whole() {
  nvidia-smi mig -i "$1" -cgi "$2" -C || failed=1
}

# A GPU instance, and several compute instances in it.
shared() {
  said=$(nvidia-smi mig -i "$1" -cgi "$2" 2>&1) || failed=1
  echo "$said"
  # Successfully created GPU instance ID  2 on GPU  0 using profile MIG 3g.40gb (ID  9)
  id=$(echo "$said" | sed -n 's/.*created GPU instance ID *\\([0-9][0-9]*\\) on GPU.*/\\1/p')
  if [ -z "$id" ]; then failed=1; return; fi
  nvidia-smi mig -i "$1" -gi "$id" -cci "$(echo "$3" | tr / ,)" || failed=1
}

# 1g.10gb,1g.10gb; of one that several devices share, they stand behind it: 3g.40gb/2c.3g.40gb/1c.3g.40gb
make() {
  case $2 in
    */*) ;;
    *) whole "$1" "$2"; return ;;
  esac
  for one in $(echo "$2" | tr , ' '); do
    case $one in
      */*) shared "$1" "\${one%%/*}" "\${one#*/}" ;;
      *) whole "$1" "$one" ;;
    esac
  done
}

instances() {
  there=$(nvidia-smi mig -i "$1" -lgi 2>&1)
  case $there in
    *"No GPU instances found"*) make "$1" "$2" ;;
    *"GPU instances:"*) echo "GPU $1: there are GPU instances already; none is made." ;;
    *) echo "GPU $1: $there"; failed=1 ;;
  esac
}

# Called by "gpu-guest apply": makes these alone, beside what is there.
if [ "$1" = make ]; then
  make "$2" "$3"
  exit $failed
fi
`;

export type AtBoot = { readonly gpu: MigGpu; readonly offers: readonly MigOffer[] | null };

export const scriptText = (gpus: readonly AtBoot[]): string =>
  [
    HEAD,
    ...gpus.flatMap(({ gpu, offers }) => [
      `mode_on ${busId(gpu.address)}`,
      ...(gpu.shapes.length === 0 ? [] : [`instances ${busId(gpu.address)} ${spelled(inOrderOfMaking(gpu.shapes, offers))}`]),
    ]),
    'exit $failed',
    '',
  ].join('\n');

/** Before whatever holds GPUs open or hands them out. */
const UNIT = `[Unit]
Description=GPU Guest Assistant makes the MIG instances of its profile
Before=nvidia-persistenced.service nvidia-dcgm.service nvidia-cdi-refresh.service
Before=docker.service containerd.service podman.service kubelet.service
ConditionPathExists=${MIG_SCRIPT}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh ${MIG_SCRIPT}
TimeoutStartSec=5min

[Install]
WantedBy=multi-user.target
`;

const reload = (): Action => refresh(['systemctl', 'daemon-reload'], 60_000);

/** What is left to do for it. `gpus`: those on which MIG is to be on; none: there is to be no unit. */
export function atBoot(gpus: readonly AtBoot[], { script, unit, enabled }: MigUnit): readonly Action[] {
  if (gpus.length === 0) {
    const ours = [...(enabled ? [MIG_WANTED] : []), ...(unit === null ? [] : [MIG_UNIT]), ...(script === null ? [] : [MIG_SCRIPT])];
    return ours.length === 0 ? [] : [...ours.map(removeFile), reload()];
  }
  const wanted = scriptText(gpus);
  const missing = [
    ...(script === wanted ? [] : [writeFile(MIG_SCRIPT, wanted)]),
    ...(unit === UNIT ? [] : [writeFile(MIG_UNIT, UNIT)]),
    ...(enabled ? [] : [writeLink(MIG_WANTED, MIG_UNIT)]),
  ];
  return missing.length === 0 ? [] : [...missing, reload()];
}
