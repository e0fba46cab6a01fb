import { PlanDocument } from '../../contract/documents/plan.ts';
import type { Profile } from '../../domain/profile.ts';
import { faultOfEnd } from './elevated-fault.ts';
import type { SessionPorts } from './ports.ts';

function planIn(output: string): PlanDocument | undefined {
  try {
    return PlanDocument.safeParse(JSON.parse(output)).data;
  } catch {
    // Expected: the program ended before it could answer.
    return undefined;
  }
}

/** The plan as an administrator sees it: root reads more than this process may, and consent is bound to what root will find. */
export function elevatedPlan(ports: SessionPorts, profile: Profile, lang: string): Promise<PlanDocument> {
  let output = '';
  return new Promise((resolve, reject: (error: Error) => void) => {
    ports.elevate(['plan', '--json', '--lang', lang], profile, {
      onLine(text) {
        output += `${text}\n`;
      },
      onEnd(exitCode, said) {
        // Where nothing fits, or a step is blocked, it exits 1, and the plan says why.
        const plan = planIn(output);
        if (plan !== undefined) resolve(plan);
        else reject(faultOfEnd({ exitCode, output, said }));
      },
    });
  });
}
