import type { CertificateView } from '../../wire';
import type { Kind } from '../kind';
import { draw } from './draw';
import { inspect } from './inspect';
import { place } from './place';
import { state } from './state';

export const certificate: Kind<'certificate', CertificateView> = {
  noun: 'certificate', idea: 'tls', ...state, ...inspect, ...place, ...draw,
};
