export type Cloud = 'aws' | 'azure' | 'gcp' | 'alibaba' | 'tencent' | 'oracle' | 'openstack' | 'none';
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const cloud = defineProbe({
  key: 'cloud',
  question: 'Which cloud is this?',
  observe: { linux: (): Promise<Cloud> => Promise.reject(notInSource('cloud')) },
});
