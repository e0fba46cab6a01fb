import { CONTAINERS_PRINTED } from '../../probes/container-errors.ts';
import { defineRecogniser, placeOf, textOf } from '../source.ts';

/**
 * Docker, runc, Podman and nvidia-smi in a container, in the words of these threads: NVIDIA/nvidia-docker#1034 (no device driver),
 * NVIDIA/nvidia-container-toolkit#150 (runtime name), NVIDIA/nvidia-docker#958 and #1190 (program gone), NVIDIA/nvidia-container-toolkit#48
 * (cgroup) and #146 (CDI).
 */
const SAYS =
  /could not select device driver "[^"]*" with capabilities: \[\[gpu|unknown (?:or invalid )?runtime (?:name|specified):? nvidia|nvidia-container-runtime(?:-hook)?"?: (?:executable file not found|no such file)|fork\/exec \S*\/nvidia-(?:ctk|cdi-hook): no such file|unresolvable CDI devices|nvidia-container-cli: initialization error: load library failed/i;

/** crun and runc of a library that a CDI specification names. */
const GONE = /\b(?:crun|runc)\b.*\/lib(?:cuda|nvidia[\w-]*)\.so\.\d+\.\d.*no such file or directory/i;

/** NVML says so on a guest as well, for reasons of its own: it counts where the text is of containers. */
const LOST = /Failed to initialize NVML: Unknown Error/i;
const OF_CONTAINERS = /\b(?:docker|podman|kubectl|nerdctl|crictl|containers?|pods?)\b/i;

export const containerErrors = defineRecogniser({
  what: 'errors of container runtimes',
  recognise: (page) => {
    const isOfContainers = OF_CONTAINERS.test(page.text);
    const lines = page.lines.filter(({ text }) => SAYS.test(text) || GONE.test(text) || (isOfContainers && LOST.test(text)));
    if (lines.length === 0) return [];
    return [
      {
        what: 'errors of container runtimes',
        place: placeOf(page, lines[0]),
        answers: [{ kind: 'log', path: CONTAINERS_PRINTED, text: textOf(lines) }],
      },
    ];
  },
});
