import type { CertificateView } from '../../wire';
import type { State } from '../kind';

export const state: State<CertificateView> = {
  list: 'certificates',
  stage: () => 'users',
  state: (view) => ({ family: 'certificate', code: codeOf(view) }),
};

function codeOf(view: CertificateView): string {
  if (view.expired) return 'expired';
  return view.renewedMs > 0 ? 'renewing' : 'valid';
}
