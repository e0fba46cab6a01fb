/** What stands in the page is painted first, in its light; then the wizard is read. */
import 'virtual:tokens.css';
import './theme/index.css';
import { chosenLight, keepLight } from './stores/settings.ts';

/** A window that nobody sees is not painted. */
const UNSEEN_MS = 100;

keepLight(chosenLight());
let isRead = false;
const read = () => {
  if (isRead) return;
  isRead = true;
  void import('./main.tsx');
};
requestAnimationFrame(() => { setTimeout(read); });
setTimeout(read, UNSEEN_MS);
