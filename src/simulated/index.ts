import { p40OnVsphere } from './stories/p40-8q-vsphere.ts';
import { a100OnOpenstack } from './stories/a100-openstack.ts';
import { a100WithMigLeftOn } from './stories/a100-mig-left-on.ts';
import { t4OnWindows } from './stories/t4-8q-windows.ts';
import { t4WithoutToken } from './stories/t4-no-token.ts';
import { v100WithNouveau } from './stories/v100-nouveau.ts';
import { a10OnAzure } from './stories/a10-24q-azure.ts';
import { geforceVisible } from './stories/geforce-visible-hypervisor.ts';
import { healthyLicensed } from './stories/healthy-licensed.ts';
import { imageWithoutGpu } from './stories/image-without-gpu.ts';
import { kernelMovedOn } from './stories/kernel-moved-on.ts';
import type { Simulation } from './guest.ts';
import { startSimulation, type Started } from './start.ts';

/** The simulated guests, by name. */
export const simulations: readonly (Simulation & { readonly start: () => Started })[] = [
  p40OnVsphere,
  a100OnOpenstack,
  a100WithMigLeftOn,
  t4WithoutToken,
  v100WithNouveau,
  a10OnAzure,
  geforceVisible,
  healthyLicensed,
  kernelMovedOn,
  imageWithoutGpu,
  t4OnWindows,
].map((simulation) => ({ ...simulation, start: () => startSimulation(simulation) }));
