/**
 * Opens the evidence of a number beside its line, or in place where there is no room or a figure would be covered.
 * Inline on pages that hold panels; without it a number is a link to the ledger, as it is with a modifier key.
 */
export const evidenceScript = `(function(){
var GAP=12,panel,door;
function box(element){return element.getBoundingClientRect()}
function close(back){
if(!panel)return;
var was=door;
panel.hidden=true;door.removeAttribute('aria-expanded');panel=door=undefined;
if(back)was.focus();
}
function place(){
var style=panel.style,list=panel.classList;
style.top=style.left='';list.remove('in-place','joined');
var page=door.closest('.page'),edge=box(page).right-parseFloat(getComputedStyle(page).paddingRight);
var link=door.getClientRects(),line=link[link.length-1],width=panel.offsetWidth,height=panel.offsetHeight;
var left=Math.min(edge-322,innerWidth-width-GAP),beside=line.right<left-GAP,want=beside?line.top-28:line.bottom+GAP;
var taken=[].filter.call(page.querySelectorAll('figure,table,.strip,.wide'),function(one){return!panel.contains(one)}).map(box).filter(function(one){return one.height&&one.right>left&&one.left<left+width});
if(!beside)taken.push(line);
var free=[want].concat(taken.map(function(one){return one.top-height-GAP}),taken.map(function(one){return one.bottom+GAP})).filter(function(top){
return top+scrollY>=0&&taken.every(function(one){return top+height<=one.top||top>=one.bottom});
}).sort(function(one,other){return Math.abs(one-want)-Math.abs(other-want)})[0];
if(innerWidth<760||door.closest('figcaption')||free===undefined||Math.abs(free-want)>height){list.add('in-place');return}
var origin=box(panel.offsetParent||document.body),middle=(line.top+line.bottom)/2-free;
style.left=left-origin.left+'px';style.top=free-origin.top+'px';
if(beside&&middle>GAP&&middle<height-GAP){list.add('joined');style.setProperty('--line',middle+'px')}
}
function show(link,found){
close();
panel=found;door=link;
var block=link.closest('p,li,dd,td,th,h1,h2,h3,figcaption')||link.parentElement;
if(/^(P|H.)$/.test(block.tagName))block.after(panel);else block.append(panel);
panel.hidden=false;link.setAttribute('aria-expanded','true');
place();panel.focus();
}
document.addEventListener('click',function(event){
var target=event.target;
if(!(target instanceof Element))return;
if(target.closest('.evidence-close'))return close(true);
if(panel&&panel.contains(target)){if(target.closest('a[href*="#"]'))close();return}
var link=target.closest('a.number,a.key-link'),plain=!(event.button||event.ctrlKey||event.metaKey||event.shiftKey||event.altKey);
var id=link&&decodeURIComponent(link.hash).slice(1),fact=id&&/(?:^|\\/)fact-(.+)$/.exec(id),row=id&&document.getElementById(id);
var found=plain&&fact&&document.querySelector('[data-evidence="'+CSS.escape(fact[1])+'"]');
if(!found||row&&row.getClientRects().length)return close();
event.preventDefault();
if(link===door)close(true);else show(link,found);
});
document.addEventListener('keydown',function(event){if(event.key==='Escape')close(true)});
addEventListener('resize',function(){if(panel)place()});
addEventListener('hashchange',function(){close()});
})();`;
