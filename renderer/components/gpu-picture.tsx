import type { Detection } from '../../src/contract/documents/detection.ts';
import { useSay } from '../words.ts';

type Gpu = Detection['gpus'][number];

const gib = (mib: number): string => (mib % 1024 === 0 ? String(mib / 1024) : (mib / 1024).toFixed(1));

/** How the host gives the guest its GPU: a slice of the card, or the whole of it. Drawn from what is known, and no more. */
export function GpuPicture({ gpu, guestDriver }: { readonly gpu: Gpu; readonly guestDriver: string | null }) {
  const say = useSay();
  const { vgpu } = gpu;
  const host = vgpu?.hostDriver?.version ?? null;
  return (
    <figure className={`presented ${gpu.mode}`}>
      <div className="side host">
        <span className="where">{say('wizard.gpu.host')}</span>
        <span className="card" aria-hidden="true">
          {gpu.mode === 'vgpu' ? <><i className="slice" /><i /><i /></> : <i className="whole" />}
        </span>
        <span className="label">{host === null ? say('wizard.gpu.host-unread') : say('wizard.gpu.host-driver', { version: host })}</span>
      </div>
      <span className="link" aria-hidden="true" />
      <div className="side guest">
        <span className="where">{say('wizard.gpu.guest')}</span>
        <span className="card" aria-hidden="true"><i className={gpu.mode === 'vgpu' ? 'slice' : 'whole'} /></span>
        <span className="label">{guestDriver === null ? say('wizard.gpu.no-driver') : say('wizard.gpu.guest-driver', { version: guestDriver })}</span>
      </div>
      <figcaption>
        {gpu.mode === 'vgpu'
          ? say('wizard.gpu.vgpu', { type: vgpu?.type ?? '?', memory: vgpu?.framebufferMiB ? `${gib(vgpu.framebufferMiB)} GiB` : '?' })
          : gpu.modeReason}
      </figcaption>
    </figure>
  );
}
