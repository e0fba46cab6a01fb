import { printedBy, type PRINTED_BY } from '../../probes/build-log.ts';
import { defineRecogniser, placeOf, textOf, type Recognition } from '../source.ts';

/** What is printed on a terminal when the driver does not come to be, by the tool that prints it. A line is the first's that knows it. */
const TOOLS: readonly { readonly tool: (typeof PRINTED_BY)[number]; readonly says: RegExp }[] = [
  {
    tool: 'modprobe',
    says: /^\s*(modprobe|insmod): |^\s*modinfo: ERROR: |Module nvidia\S* not found in directory|Key was rejected by service|Required key not available/,
  },
  {
    tool: 'apt',
    says: /^\s*E: \S|Unable to locate package|No match for argument|Unable to find a match:|No provider of|Could not get lock|dpkg was interrupted|^\s*dpkg: error processing package|unmet dependencies|held broken packages|frontend lock|Another app is currently holding|System management is locked|Waiting for process with pid \d+ to finish|another copy is running as pid \d+|^\s*(?:-\s*|Problem(?: \d+)?: (?:\d+: )?)?nothing provides |but none of the providers can be installed|^\s*Problem(?: \d+)?: |^\s*Error: Package: \S+ \(|^\s*No package \S+ available|more space (?:needed )?on the |dpkg 被中断|未满足的依赖关系|dpkg は中断されました|満たせない依存関係/i,
  },
  {
    tool: 'nvidia-installer',
    says: /^\s*(ERROR|WARNING): .*(kernel|nvidia|driver|module|compiler|development tool)|Compiler version check failed|not signed by a key that is trusted/,
  },
  {
    tool: 'dkms',
    says: /^\s*Error! |^DKMS make\.log for |\b(?:gcc|clang)-[\d.]+: (?:command )?not found|Bad return status for module build|kernel headers for kernel \S+|autoinstall for kernel:? \S+ was skipped|\(bad exit status|make\.log for more information|unrecognized command[- ]line option|implicit declaration of function|GPL-incompatible module|has no member named|too (few|many) arguments to function|incompatible (function )?pointer type|The kernel was built by:|No space left on device|设备上没有空间|デバイスに空き領域がありません/i,
  },
];

export const buildLog = defineRecogniser({
  what: 'modprobe, dkms, apt, nvidia-installer',
  recognise: (page) => {
    const said = page.lines.map((line) => ({ line, tool: TOOLS.find(({ says }) => says.test(line.text))?.tool }));
    return TOOLS.flatMap(({ tool }): readonly Recognition[] => {
      const lines = said.filter((each) => each.tool === tool).map(({ line }) => line);
      if (lines.length === 0) return [];
      return [
        {
          what: tool,
          place: placeOf(page, lines[0]),
          answers: [{ kind: 'log', path: printedBy(tool), text: textOf(lines) }],
        },
      ];
    });
  },
});
