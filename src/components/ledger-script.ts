/**
 * Filters the ledger by words and by what failed; without it the whole ledger stands there. Text is read once, only rows
 * whose state changes are touched, and a long list begins with its first entries, so that thousands follow the keys.
 * Browsers fill in again what stood there before a reload, and the rows follow; an address of a row wants all of them.
 */
export const ledgerScript = `(function(){
var FIRST=80,LONG=400,box=document.querySelector('.ledger-filter'),table=document.querySelector('.ledger'),rows;
if(!box||!table)return;
var words=box.querySelector('[type=search]'),failed=box.querySelector('[type=checkbox]'),said=box.querySelector('output'),more=box.querySelector('button'),whole=false;
box.hidden=false;
function read(){
return rows||(rows=[].map.call(table.tBodies,function(body){
return{body:body,text:body.rows[0].textContent.toLowerCase().replace(/\\s+/g,' '),failed:body.hasAttribute('data-failed'),shown:true};
}));
}
function apply(){
var wanted=words.value.toLowerCase().split(/\\s+/).filter(Boolean),count=0;
read().forEach(function(row){
var show=(!failed.checked||row.failed)&&wanted.every(function(word){return row.text.includes(word)});
if(show&&++count>FIRST&&!whole&&rows.length>LONG)show=false;
if(show!==row.shown){row.shown=show;row.body.hidden=!show}
});
more.hidden=whole||count<=FIRST||rows.length<=LONG;
said.textContent=count+' of '+rows.length+' entries'+(more.hidden?'':', the first '+FIRST+' shown');
}
words.addEventListener('input',apply);
failed.addEventListener('change',apply);
more.addEventListener('click',function(){whole=true;apply();said.tabIndex=-1;said.focus()});
addEventListener('hashchange',function(){
var row=document.getElementById(decodeURIComponent(location.hash.slice(1)));
if(row&&row.hidden&&table.contains(row)){words.value='';failed.checked=false;whole=true;apply();row.scrollIntoView()}
});
if(location.hash){words.value='';failed.checked=false}
else if(words.value||failed.checked||table.tBodies.length>LONG)apply();
})();`;
