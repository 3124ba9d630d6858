import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import './style/letters/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/helpers.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { session } from './connection/session.svelte';
import { language } from './language/language.svelte';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
void language.load().then(() => {
  mount(App, { target: root });
  return session.open();
});
