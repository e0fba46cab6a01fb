/** The clouds and hypervisors on which the simulated guests run. */
import type { Setting } from '../systems.ts';
import type { Card } from '../hardware.ts';

export const VSPHERE: Pick<Setting, 'signature' | 'dmi'> = {
  signature: 'VMwareVMware',
  dmi: { sys_vendor: 'VMware, Inc.', product_name: 'VMware Virtual Platform' },
};
export const OPENSTACK: Pick<Setting, 'signature' | 'dmi'> = {
  signature: 'KVMKVMKVM',
  dmi: { sys_vendor: 'OpenStack Foundation', product_name: 'OpenStack Nova' },
};
export const LIBVIRT: Pick<Setting, 'signature' | 'dmi'> = {
  signature: 'KVMKVMKVM',
  dmi: { sys_vendor: 'QEMU', product_name: 'Standard PC (Q35 + ICH9, 2009)' },
};
export const AZURE: Pick<Setting, 'signature' | 'dmi'> = {
  signature: 'Microsoft Hv',
  dmi: {
    sys_vendor: 'Microsoft Corporation',
    product_name: 'Virtual Machine',
    chassis_asset_tag: '7783-7084-3265-9085-8269-3286-77',
  },
};

/** The emulated display that stands beside the GPU on most hypervisors. */
export const CIRRUS: Card = {
  address: '0000:00:02.0',
  vendorId: '1013',
  deviceId: '00b8',
  subsystemVendorId: '1af4',
  subsystemDeviceId: '1100',
  classId: '0300',
};
export const SVGA: Card = {
  address: '0000:00:0f.0',
  vendorId: '15ad',
  deviceId: '0405',
  subsystemVendorId: '15ad',
  subsystemDeviceId: '0405',
  classId: '0300',
};
