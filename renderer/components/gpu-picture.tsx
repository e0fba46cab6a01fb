import type { Detection } from '../../src/contract/documents/detection.ts';
import { useSay, type Say } from '../words.ts';
import { GuestCard, HostCard } from './gpu-drawing.tsx';

export type Gpu = Detection['gpus'][number];

const GIVES = { vgpu: 'slice', passthrough: 'whole', unknown: 'unknown' } as const;

const gib = (mib: number): string => `${mib % 1024 === 0 ? String(mib / 1024) : (mib / 1024).toFixed(1)}\u00a0GiB`;

function given({ mode, vgpu }: Gpu, say: Say): readonly string[] {
  if (mode === 'passthrough') return [say('wizard.gpu.whole')];
  if (mode === 'unknown') return [say('wizard.gpu.mode.unknown')];
  const type = vgpu?.type ?? say('wizard.gpu.type-unknown');
  const memory = vgpu?.framebufferMiB ?? null;
  return memory === null ? [type] : [type, say('wizard.gpu.framebuffer', { memory: gib(memory) })];
}

function onHost({ mode, vgpu }: Gpu, say: Say): string {
  if (mode === 'passthrough') return say('wizard.gpu.host-hands-over');
  const version = vgpu?.hostDriver?.version;
  return version === undefined ? say('wizard.gpu.host-unread') : say('wizard.gpu.host-driver', { version });
}

function OnGuest({ gpu, driver }: { readonly gpu: Gpu; readonly driver: string | null }) {
  const say = useSay();
  const holder = gpu.boundDriver;
  const held = holder !== null && holder !== 'nvidia' && holder !== 'nvlddmkm' ? say('wizard.gpu.held-by', { driver: holder }) : null;
  return (
    <>
      <span className={driver === null ? 'label lacking' : 'label'}>
        {driver === null ? say('wizard.gpu.no-driver') : say('wizard.gpu.guest-driver', { version: driver })}
      </span>
      {held !== null && <span className="small quiet">{held}</span>}
    </>
  );
}

/** How the host gives the guest its GPU: a slice of the card, or the whole of it. Drawn from what is known, and no more. */
export function GpuPicture({ gpu, driver }: { readonly gpu: Gpu; readonly driver: string | null }) {
  const say = useSay();
  const gives = GIVES[gpu.mode];
  return (
    <article className="gpu card">
      <header>
        <h3>{gpu.name ?? say('wizard.gpu.unnamed')}</h3>
        <p className="cluster">
          <span className="badge mode">{say(`wizard.gpu.mode.${gpu.mode}`)}</span>
          {gpu.mig?.enabled === true && <span className="badge mode">MIG</span>}
          {gpu.address !== null && <span className="quiet small mono">{gpu.address}</span>}
        </p>
      </header>
      <figure className="presented">
        <div className="side">
          <span className="where">{say('wizard.gpu.host')}</span>
          <HostCard gives={gives} />
          <span className="label">{onHost(gpu, say)}</span>
        </div>
        <div className="link">
          {given(gpu, say).map((line, index) => <span key={index} className={index === 0 ? 'given-name' : 'given-more'}>{line}</span>)}
          <span className="line" aria-hidden="true" />
        </div>
        <div className="side">
          <span className="where">{say('wizard.gpu.guest')}</span>
          <GuestCard gives={gives} />
          <OnGuest gpu={gpu} driver={driver} />
        </div>
        <figcaption className="small quiet">{gpu.modeReason}</figcaption>
      </figure>
    </article>
  );
}
