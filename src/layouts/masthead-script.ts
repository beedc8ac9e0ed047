/**
 * The one inline script of every page: Print, Dark and Light, and the closing of the list of readings.
 * Without it the theme follows the system. Storage may be forbidden: then the choice lasts for the page.
 */
export const mastheadScript = `(function(){
var root=document.documentElement,key='report-theme',kept;
try{kept=localStorage.getItem(key)}catch(_){}
if(kept==='dark'||kept==='light')root.dataset.theme=kept;
root.dataset.scripted='';
document.addEventListener('click',function(event){
var button=event.target instanceof Element&&event.target.closest('[data-command]');
if(button&&button.dataset.command==='print')window.print();
if(button&&button.dataset.command==='theme'){
var now=root.dataset.theme||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'),next=now==='dark'?'light':'dark';
root.dataset.theme=next;
try{localStorage.setItem(key,next)}catch(_){}
}
var open=document.querySelector('.read-as[open]');
if(open&&!open.contains(event.target))open.open=false;
});
document.addEventListener('keydown',function(event){
var open=document.querySelector('.read-as[open]');
if(event.key==='Escape'&&open){open.open=false;open.querySelector('summary').focus()}
});
})();`;
