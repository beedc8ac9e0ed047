import { stateKey } from '../schema/state-key.ts';
import type { Bundle } from '../schema/bundle.ts';

/**
 * Inline on pages that name numbers of the model and do not follow its sliders: says to the style sheet
 * that a reader's version is in force, so that these numbers are marked as the published ones.
 * Where storage is forbidden links carry what is set.
 */
export const ownVersionScript = ({ id, engagement }: Pick<Bundle, 'id' | 'engagement'>): string => `(function(){
function look(){
var own;
try{own=sessionStorage.getItem(${JSON.stringify(stateKey(id, engagement.version)).replaceAll('<', '\\u003c')})}catch(_){own=/[?&]v=/.test(location.hash)}
document.documentElement.toggleAttribute('data-own-version',!!own);
}
look();
addEventListener('pageshow',look);
})();`;
