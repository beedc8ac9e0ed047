/**
 * Offers the recount on the page of the folder, and loads its script once the reader asks: nobody else pays for it.
 * In the single file the script stands in the file, and this finds nothing to do.
 */
export const recountScript = `(function(){
var button=document.querySelector('[data-script]');
if(!button)return;
button.parentElement.classList.add('ready');
button.addEventListener('click',function(){
var script=document.createElement('script');
script.src=button.dataset.script;
script.onerror=function(){document.querySelector('.recount [role=status]').textContent='The file '+button.dataset.script.split('/').pop()+' is not where the package had it, so nothing was counted. Take the folder whole, or the report in one file.'};
document.head.append(script);
},{once:true});
})();`;
