// Generated from schemas/ by `npm run generate`. Do not edit.
import helper0Module from "ajv/dist/runtime/ucs2length.js";
const helper0 = helper0Module.default ?? helper0Module;
import helper1Module from "ajv/dist/runtime/equal.js";
const helper1 = helper1Module.default ?? helper1Module;
"use strict";
export const activityDefinition = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:activity-definition","title":"ActivityDefinition","description":"Frontmatter of activity-definitions/*.md: what one activity does, when, for whom, and what must be proved before it is enabled. The body is the task's template.","type":"object","additionalProperties":false,"required":["id","type","title","owner","loop","phase","step","trigger","task"],"properties":{"id":{"description":"Id: the file's name without .md.","$ref":"#/$defs/slug"},"type":{"description":"Marks the document.","const":"activity-definition"},"title":{"$ref":"#/$defs/text"},"owner":{"$ref":"#/$defs/slug"},"governance":{"description":"Domain that governs it.","$ref":"#/$defs/slug"},"loop":{"$ref":"#/$defs/slug"},"phase":{"$ref":"#/$defs/phase_name"},"step":{"description":"Step of the loop this activity does.","$ref":"#/$defs/agent_name"},"enabled":{"description":"Whether it fires. Default false.","type":"boolean"},"enable_gate":{"description":"What must be proved before `enabled: true`.","type":"object","additionalProperties":false,"required":["requires"],"properties":{"requires":{"description":"Kinds of proof.","type":"array","items":{"$ref":"#/$defs/proof_kind"},"uniqueItems":true},"proof":{"description":"Proofs given.","type":"array","items":{"description":"A proof.","type":"object","additionalProperties":false,"required":["kind","ref"],"properties":{"kind":{"$ref":"#/$defs/proof_kind"},"ref":{"description":"Where it is: a log entry, a decision, a promotion id.","type":"string","minLength":1,"maxLength":2000},"digest":{"description":"Definition digest it was given for.","$ref":"#/$defs/digest"},"at":{"$ref":"#/$defs/instant"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"based_on":{"description":"Supplier's template it was tuned from.","type":"object","additionalProperties":false,"required":["supplier","template"],"properties":{"supplier":{"$ref":"#/$defs/slug"},"template":{"$ref":"#/$defs/slug"},"ref":{"description":"Version of the supplier's repo.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"trigger":{"description":"When it fires.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"description":"By the clock, by hand, or after another activity.","enum":["cron","manual","after"]},"cron":{"$ref":"#/$defs/cron"},"timezone":{"$ref":"#/$defs/zone"},"dst":{"description":"What happens in the two odd nights.","type":"object","additionalProperties":false,"properties":{"gap":{"description":"A civil time that does not exist is shifted or skipped.","enum":["shift","skip"]},"overlap":{"description":"A civil time that comes twice fires at the first or at each.","enum":["first","each"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"jitter":{"description":"Delay of the dispatch, the same for the same repo.","type":"object","additionalProperties":false,"required":["max"],"properties":{"max":{"$ref":"#/$defs/duration"},"mode":{"description":"How it is drawn.","enum":["hash"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"policy":{"description":"How slots are worked off.","type":"object","additionalProperties":false,"properties":{"overlap":{"description":"What happens when the last one is still open.","enum":["skip","buffer_one","allow"]},"catch_up":{"description":"What happens to missed ones.","enum":["none","latest","all"]},"window":{"description":"How far catch-up looks back.","$ref":"#/$defs/duration"},"start_deadline":{"$ref":"#/$defs/duration"},"close_deadline":{"$ref":"#/$defs/duration"},"retries":{"description":"Further attempts.","type":"integer","minimum":0,"maximum":10}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"context":{"description":"What the activity runs over.","type":"object","additionalProperties":false,"required":["sources"],"properties":{"sources":{"description":"Where its inputs come from.","type":"array","items":{"description":"A source.","type":"object","additionalProperties":false,"required":["type","resolver","params","bind"],"properties":{"type":{"description":"Kind.","enum":["kaizen"]},"resolver":{"description":"Resolver.","enum":["discover_kaizen_scheduled_repos"]},"params":{"description":"Parameters of the resolver.","type":"object","additionalProperties":false,"required":["domain","cadence"],"properties":{"domain":{"$ref":"#/$defs/slug"},"cadence":{"$ref":"#/$defs/cadence"},"agent":{"$ref":"#/$defs/agent_name"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"bind":{"description":"Name of its result.","$ref":"#/$defs/slug"},"on_empty":{"description":"What an empty result means.","enum":["skip","fail"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}},"for_each":{"description":"What one task is made for.","type":"string","minLength":1,"maxLength":2000,"pattern":"^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$","x-expect":"a bound name and its list, such as kaizen.runs"},"target_cron":{"description":"Whether the repo's own cron must agree.","enum":["require_match","ignore"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"depends_on":{"description":"Activities of the same cycle that come first.","type":"array","items":{"description":"A dependency.","type":"object","additionalProperties":false,"required":["activity"],"properties":{"activity":{"$ref":"#/$defs/slug"},"when":{"description":"Done well, or only prepared.","enum":["success","prepared"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}},"task":{"description":"The task it makes.","type":"object","additionalProperties":false,"required":["title"],"properties":{"title":{"description":"Title; may hold {{repo}}, {{slot}}, {{cycle}}, {{agent}}.","type":"string","minLength":1,"maxLength":2000},"priority":{"description":"Priority.","enum":["low","medium","high","critical"]},"prepare":{"description":"Command that prepares the session's bundle.","type":"string","minLength":1,"maxLength":2000},"close":{"description":"Command that closes the session.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"budget":{"description":"Bounds for one session.","type":"object","additionalProperties":false,"properties":{"time":{"$ref":"#/$defs/duration"},"cost":{"description":"Most it may cost, in the loop's currency.","type":"number","minimum":0}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"permissions":{"description":"What a session may do.","type":"array","items":{"description":"A permission.","enum":["read","write","open_proposal","network"]}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"agent_name":{"description":"Name of a coding agent.","type":"string","pattern":"^[a-z0-9][a-z0-9_-]*$","maxLength":80,"x-expect":"an agent name, such as coach"},"cadence":{"description":"How often an agent runs, as the supplier's contract says it. There is no hourly: during bootstrap the cron carries it.","enum":["daily","weekly","monthly","manual"]},"cron":{"description":"Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.","type":"string","minLength":1,"maxLength":200,"x-expect":"five cron fields, such as \"15 * * * *\""},"digest":{"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"},"duration":{"description":"ISO 8601 duration without months or years.","type":"string","pattern":"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$","x-expect":"an ISO 8601 duration without months or years, such as PT5M, PT2H or P3D"},"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"phase_name":{"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"},"proof_kind":{"description":"A kind of proof.","enum":["smoke_test","dry_run","regulator_approval"]},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"text":{"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000},"zone":{"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"}}};
const schema32 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema33 = {"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000};
const schema37 = {"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"};
const schema38 = {"description":"Name of a coding agent.","type":"string","pattern":"^[a-z0-9][a-z0-9_-]*$","maxLength":80,"x-expect":"an agent name, such as coach"};
const schema39 = {"description":"A kind of proof.","enum":["smoke_test","dry_run","regulator_approval"]};
const schema41 = {"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"};
const schema42 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};
const schema45 = {"description":"Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.","type":"string","minLength":1,"maxLength":200,"x-expect":"five cron fields, such as \"15 * * * *\""};
const schema46 = {"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"};
const schema47 = {"description":"ISO 8601 duration without months or years.","type":"string","pattern":"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$","x-expect":"an ISO 8601 duration without months or years, such as PT5M, PT2H or P3D"};
const schema52 = {"description":"How often an agent runs, as the supplier's contract says it. There is no hourly: during bootstrap the cron carries it.","enum":["daily","weekly","monthly","manual"]};
const func1 = Object.prototype.hasOwnProperty;
const func2 = helper0;
const func0 = helper1;
const pattern4 = new RegExp("^x[-_]", "u");
const pattern5 = new RegExp("^[a-z0-9]+(?:[-_][a-z0-9]+)*$", "u");
const pattern9 = new RegExp("^[a-z][a-z0-9_-]*$", "u");
const pattern10 = new RegExp("^[a-z0-9][a-z0-9_-]*$", "u");
const pattern13 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern14 = new RegExp("^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$", "u");
const pattern21 = new RegExp("^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$", "u");
const pattern32 = new RegExp("^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:activity-definition" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.title === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.owner === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.loop === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "loop"},message:"must have required property '"+"loop"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.phase === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase"},message:"must have required property '"+"phase"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.step === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "step"},message:"must have required property '"+"step"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.trigger === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.task === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "task"},message:"must have required property '"+"task"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema31.properties, key0)) || (pattern4.test(key0)))){
const err9 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err10 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern5.test(data0)){
const err11 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if("activity-definition" !== data1){
const err13 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "activity-definition"},message:"must be equal to constant",schema:"activity-definition",parentSchema:schema31.properties.type,data:data1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.title !== undefined){
let data2 = data.title;
if(typeof data2 === "string"){
if(func2(data2) > 2000){
const err14 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema33,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func2(data2) < 1){
const err15 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.owner !== undefined){
let data3 = data.owner;
if(typeof data3 === "string"){
if(func2(data3) > 80){
const err17 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema32,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern5.test(data3)){
const err18 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema32,data:data3};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data3};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.governance !== undefined){
let data4 = data.governance;
if(typeof data4 === "string"){
if(func2(data4) > 80){
const err20 = {instancePath:instancePath+"/governance",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema32,data:data4};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern5.test(data4)){
const err21 = {instancePath:instancePath+"/governance",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema32,data:data4};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/governance",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.loop !== undefined){
let data5 = data.loop;
if(typeof data5 === "string"){
if(func2(data5) > 80){
const err23 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema32,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern5.test(data5)){
const err24 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema32,data:data5};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data5};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.phase !== undefined){
let data6 = data.phase;
if(typeof data6 === "string"){
if(func2(data6) > 40){
const err26 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema37,data:data6};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern9.test(data6)){
const err27 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema37,data:data6};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.type,parentSchema:schema37,data:data6};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.step !== undefined){
let data7 = data.step;
if(typeof data7 === "string"){
if(func2(data7) > 80){
const err29 = {instancePath:instancePath+"/step",schemaPath:"#/$defs/agent_name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema38,data:data7};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern10.test(data7)){
const err30 = {instancePath:instancePath+"/step",schemaPath:"#/$defs/agent_name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9_-]*$"+"\"",schema:"^[a-z0-9][a-z0-9_-]*$",parentSchema:schema38,data:data7};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/step",schemaPath:"#/$defs/agent_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.type,parentSchema:schema38,data:data7};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.enabled !== undefined){
let data8 = data.enabled;
if(typeof data8 !== "boolean"){
const err32 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.enabled.type,parentSchema:schema31.properties.enabled,data:data8};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.enable_gate !== undefined){
let data9 = data.enable_gate;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.requires === undefined){
const err33 = {instancePath:instancePath+"/enable_gate",schemaPath:"#/properties/enable_gate/required",keyword:"required",params:{missingProperty: "requires"},message:"must have required property '"+"requires"+"'",schema:schema31.properties.enable_gate.required,parentSchema:schema31.properties.enable_gate,data:data9};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key1 in data9){
if(!(((key1 === "requires") || (key1 === "proof")) || (pattern4.test(key1)))){
const err34 = {instancePath:instancePath+"/enable_gate",schemaPath:"#/properties/enable_gate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.enable_gate,data:data9};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data9.requires !== undefined){
let data10 = data9.requires;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(!(((data11 === "smoke_test") || (data11 === "dry_run")) || (data11 === "regulator_approval"))){
const err35 = {instancePath:instancePath+"/enable_gate/requires/" + i0,schemaPath:"#/$defs/proof_kind/enum",keyword:"enum",params:{allowedValues: schema39.enum},message:"must be equal to one of the allowed values",schema:schema39.enum,parentSchema:schema39,data:data11};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
let i1 = data10.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data10[i1], data10[j0])){
const err36 = {instancePath:instancePath+"/enable_gate/requires",schemaPath:"#/properties/enable_gate/properties/requires/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema31.properties.enable_gate.properties.requires,data:data10};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/enable_gate/requires",schemaPath:"#/properties/enable_gate/properties/requires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.enable_gate.properties.requires.type,parentSchema:schema31.properties.enable_gate.properties.requires,data:data10};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data9.proof !== undefined){
let data12 = data9.proof;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i2=0; i2<len1; i2++){
let data13 = data12[i2];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.kind === undefined){
const err38 = {instancePath:instancePath+"/enable_gate/proof/" + i2,schemaPath:"#/properties/enable_gate/properties/proof/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema31.properties.enable_gate.properties.proof.items.required,parentSchema:schema31.properties.enable_gate.properties.proof.items,data:data13};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data13.ref === undefined){
const err39 = {instancePath:instancePath+"/enable_gate/proof/" + i2,schemaPath:"#/properties/enable_gate/properties/proof/items/required",keyword:"required",params:{missingProperty: "ref"},message:"must have required property '"+"ref"+"'",schema:schema31.properties.enable_gate.properties.proof.items.required,parentSchema:schema31.properties.enable_gate.properties.proof.items,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
for(const key2 in data13){
if(!(((((key2 === "kind") || (key2 === "ref")) || (key2 === "digest")) || (key2 === "at")) || (pattern4.test(key2)))){
const err40 = {instancePath:instancePath+"/enable_gate/proof/" + i2,schemaPath:"#/properties/enable_gate/properties/proof/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.enable_gate.properties.proof.items,data:data13};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data13.kind !== undefined){
let data14 = data13.kind;
if(!(((data14 === "smoke_test") || (data14 === "dry_run")) || (data14 === "regulator_approval"))){
const err41 = {instancePath:instancePath+"/enable_gate/proof/" + i2+"/kind",schemaPath:"#/$defs/proof_kind/enum",keyword:"enum",params:{allowedValues: schema39.enum},message:"must be equal to one of the allowed values",schema:schema39.enum,parentSchema:schema39,data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data13.ref !== undefined){
let data15 = data13.ref;
if(typeof data15 === "string"){
if(func2(data15) > 2000){
const err42 = {instancePath:instancePath+"/enable_gate/proof/" + i2+"/ref",schemaPath:"#/properties/enable_gate/properties/proof/items/properties/ref/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema31.properties.enable_gate.properties.proof.items.properties.ref,data:data15};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(func2(data15) < 1){
const err43 = {instancePath:instancePath+"/enable_gate/proof/" + i2+"/ref",schemaPath:"#/properties/enable_gate/properties/proof/items/properties/ref/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.enable_gate.properties.proof.items.properties.ref,data:data15};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/enable_gate/proof/" + i2+"/ref",schemaPath:"#/properties/enable_gate/properties/proof/items/properties/ref/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.enable_gate.properties.proof.items.properties.ref.type,parentSchema:schema31.properties.enable_gate.properties.proof.items.properties.ref,data:data15};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data13.digest !== undefined){
let data16 = data13.digest;
if(typeof data16 === "string"){
if(!pattern13.test(data16)){
const err45 = {instancePath:instancePath+"/enable_gate/proof/" + i2+"/digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema41,data:data16};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/enable_gate/proof/" + i2+"/digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.type,parentSchema:schema41,data:data16};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data13.at !== undefined){
let data17 = data13.at;
if(typeof data17 === "string"){
if(!pattern14.test(data17)){
const err47 = {instancePath:instancePath+"/enable_gate/proof/" + i2+"/at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema42,data:data17};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/enable_gate/proof/" + i2+"/at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.type,parentSchema:schema42,data:data17};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/enable_gate/proof/" + i2,schemaPath:"#/properties/enable_gate/properties/proof/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.enable_gate.properties.proof.items.type,parentSchema:schema31.properties.enable_gate.properties.proof.items,data:data13};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/enable_gate/proof",schemaPath:"#/properties/enable_gate/properties/proof/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.enable_gate.properties.proof.type,parentSchema:schema31.properties.enable_gate.properties.proof,data:data12};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/enable_gate",schemaPath:"#/properties/enable_gate/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.enable_gate.type,parentSchema:schema31.properties.enable_gate,data:data9};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.based_on !== undefined){
let data18 = data.based_on;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.supplier === undefined){
const err52 = {instancePath:instancePath+"/based_on",schemaPath:"#/properties/based_on/required",keyword:"required",params:{missingProperty: "supplier"},message:"must have required property '"+"supplier"+"'",schema:schema31.properties.based_on.required,parentSchema:schema31.properties.based_on,data:data18};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data18.template === undefined){
const err53 = {instancePath:instancePath+"/based_on",schemaPath:"#/properties/based_on/required",keyword:"required",params:{missingProperty: "template"},message:"must have required property '"+"template"+"'",schema:schema31.properties.based_on.required,parentSchema:schema31.properties.based_on,data:data18};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
for(const key3 in data18){
if(!((((key3 === "supplier") || (key3 === "template")) || (key3 === "ref")) || (pattern4.test(key3)))){
const err54 = {instancePath:instancePath+"/based_on",schemaPath:"#/properties/based_on/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.based_on,data:data18};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data18.supplier !== undefined){
let data19 = data18.supplier;
if(typeof data19 === "string"){
if(func2(data19) > 80){
const err55 = {instancePath:instancePath+"/based_on/supplier",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema32,data:data19};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(!pattern5.test(data19)){
const err56 = {instancePath:instancePath+"/based_on/supplier",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema32,data:data19};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/based_on/supplier",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data19};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data18.template !== undefined){
let data20 = data18.template;
if(typeof data20 === "string"){
if(func2(data20) > 80){
const err58 = {instancePath:instancePath+"/based_on/template",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema32,data:data20};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!pattern5.test(data20)){
const err59 = {instancePath:instancePath+"/based_on/template",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema32,data:data20};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/based_on/template",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data20};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data18.ref !== undefined){
let data21 = data18.ref;
if(typeof data21 === "string"){
if(func2(data21) > 2000){
const err61 = {instancePath:instancePath+"/based_on/ref",schemaPath:"#/properties/based_on/properties/ref/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema31.properties.based_on.properties.ref,data:data21};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(func2(data21) < 1){
const err62 = {instancePath:instancePath+"/based_on/ref",schemaPath:"#/properties/based_on/properties/ref/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.based_on.properties.ref,data:data21};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/based_on/ref",schemaPath:"#/properties/based_on/properties/ref/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.based_on.properties.ref.type,parentSchema:schema31.properties.based_on.properties.ref,data:data21};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/based_on",schemaPath:"#/properties/based_on/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.based_on.type,parentSchema:schema31.properties.based_on,data:data18};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.trigger !== undefined){
let data22 = data.trigger;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.kind === undefined){
const err65 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema31.properties.trigger.required,parentSchema:schema31.properties.trigger,data:data22};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
for(const key4 in data22){
if(!((((((key4 === "kind") || (key4 === "cron")) || (key4 === "timezone")) || (key4 === "dst")) || (key4 === "jitter")) || (pattern4.test(key4)))){
const err66 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.trigger,data:data22};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data22.kind !== undefined){
let data23 = data22.kind;
if(!(((data23 === "cron") || (data23 === "manual")) || (data23 === "after"))){
const err67 = {instancePath:instancePath+"/trigger/kind",schemaPath:"#/properties/trigger/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.trigger.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.trigger.properties.kind.enum,parentSchema:schema31.properties.trigger.properties.kind,data:data23};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data22.cron !== undefined){
let data24 = data22.cron;
if(typeof data24 === "string"){
if(func2(data24) > 200){
const err68 = {instancePath:instancePath+"/trigger/cron",schemaPath:"#/$defs/cron/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema45,data:data24};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(func2(data24) < 1){
const err69 = {instancePath:instancePath+"/trigger/cron",schemaPath:"#/$defs/cron/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema45,data:data24};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/trigger/cron",schemaPath:"#/$defs/cron/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.type,parentSchema:schema45,data:data24};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data22.timezone !== undefined){
let data25 = data22.timezone;
if(typeof data25 === "string"){
if(func2(data25) > 64){
const err71 = {instancePath:instancePath+"/trigger/timezone",schemaPath:"#/$defs/zone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema46,data:data25};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(func2(data25) < 1){
const err72 = {instancePath:instancePath+"/trigger/timezone",schemaPath:"#/$defs/zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46,data:data25};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/trigger/timezone",schemaPath:"#/$defs/zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data25};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data22.dst !== undefined){
let data26 = data22.dst;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key5 in data26){
if(!(((key5 === "gap") || (key5 === "overlap")) || (pattern4.test(key5)))){
const err74 = {instancePath:instancePath+"/trigger/dst",schemaPath:"#/properties/trigger/properties/dst/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.trigger.properties.dst,data:data26};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data26.gap !== undefined){
let data27 = data26.gap;
if(!((data27 === "shift") || (data27 === "skip"))){
const err75 = {instancePath:instancePath+"/trigger/dst/gap",schemaPath:"#/properties/trigger/properties/dst/properties/gap/enum",keyword:"enum",params:{allowedValues: schema31.properties.trigger.properties.dst.properties.gap.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.trigger.properties.dst.properties.gap.enum,parentSchema:schema31.properties.trigger.properties.dst.properties.gap,data:data27};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data26.overlap !== undefined){
let data28 = data26.overlap;
if(!((data28 === "first") || (data28 === "each"))){
const err76 = {instancePath:instancePath+"/trigger/dst/overlap",schemaPath:"#/properties/trigger/properties/dst/properties/overlap/enum",keyword:"enum",params:{allowedValues: schema31.properties.trigger.properties.dst.properties.overlap.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.trigger.properties.dst.properties.overlap.enum,parentSchema:schema31.properties.trigger.properties.dst.properties.overlap,data:data28};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/trigger/dst",schemaPath:"#/properties/trigger/properties/dst/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.trigger.properties.dst.type,parentSchema:schema31.properties.trigger.properties.dst,data:data26};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data22.jitter !== undefined){
let data29 = data22.jitter;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.max === undefined){
const err78 = {instancePath:instancePath+"/trigger/jitter",schemaPath:"#/properties/trigger/properties/jitter/required",keyword:"required",params:{missingProperty: "max"},message:"must have required property '"+"max"+"'",schema:schema31.properties.trigger.properties.jitter.required,parentSchema:schema31.properties.trigger.properties.jitter,data:data29};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
for(const key6 in data29){
if(!(((key6 === "max") || (key6 === "mode")) || (pattern4.test(key6)))){
const err79 = {instancePath:instancePath+"/trigger/jitter",schemaPath:"#/properties/trigger/properties/jitter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.trigger.properties.jitter,data:data29};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data29.max !== undefined){
let data30 = data29.max;
if(typeof data30 === "string"){
if(!pattern21.test(data30)){
const err80 = {instancePath:instancePath+"/trigger/jitter/max",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema47,data:data30};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/trigger/jitter/max",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.type,parentSchema:schema47,data:data30};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data29.mode !== undefined){
let data31 = data29.mode;
if(!(data31 === "hash")){
const err82 = {instancePath:instancePath+"/trigger/jitter/mode",schemaPath:"#/properties/trigger/properties/jitter/properties/mode/enum",keyword:"enum",params:{allowedValues: schema31.properties.trigger.properties.jitter.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.trigger.properties.jitter.properties.mode.enum,parentSchema:schema31.properties.trigger.properties.jitter.properties.mode,data:data31};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/trigger/jitter",schemaPath:"#/properties/trigger/properties/jitter/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.trigger.properties.jitter.type,parentSchema:schema31.properties.trigger.properties.jitter,data:data29};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.trigger.type,parentSchema:schema31.properties.trigger,data:data22};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data.policy !== undefined){
let data32 = data.policy;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key7 in data32){
if(!(((((((key7 === "overlap") || (key7 === "catch_up")) || (key7 === "window")) || (key7 === "start_deadline")) || (key7 === "close_deadline")) || (key7 === "retries")) || (pattern4.test(key7)))){
const err85 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.policy,data:data32};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data32.overlap !== undefined){
let data33 = data32.overlap;
if(!(((data33 === "skip") || (data33 === "buffer_one")) || (data33 === "allow"))){
const err86 = {instancePath:instancePath+"/policy/overlap",schemaPath:"#/properties/policy/properties/overlap/enum",keyword:"enum",params:{allowedValues: schema31.properties.policy.properties.overlap.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.policy.properties.overlap.enum,parentSchema:schema31.properties.policy.properties.overlap,data:data33};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data32.catch_up !== undefined){
let data34 = data32.catch_up;
if(!(((data34 === "none") || (data34 === "latest")) || (data34 === "all"))){
const err87 = {instancePath:instancePath+"/policy/catch_up",schemaPath:"#/properties/policy/properties/catch_up/enum",keyword:"enum",params:{allowedValues: schema31.properties.policy.properties.catch_up.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.policy.properties.catch_up.enum,parentSchema:schema31.properties.policy.properties.catch_up,data:data34};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data32.window !== undefined){
let data35 = data32.window;
if(typeof data35 === "string"){
if(!pattern21.test(data35)){
const err88 = {instancePath:instancePath+"/policy/window",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema47,data:data35};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/policy/window",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.type,parentSchema:schema47,data:data35};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data32.start_deadline !== undefined){
let data36 = data32.start_deadline;
if(typeof data36 === "string"){
if(!pattern21.test(data36)){
const err90 = {instancePath:instancePath+"/policy/start_deadline",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema47,data:data36};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/policy/start_deadline",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.type,parentSchema:schema47,data:data36};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data32.close_deadline !== undefined){
let data37 = data32.close_deadline;
if(typeof data37 === "string"){
if(!pattern21.test(data37)){
const err92 = {instancePath:instancePath+"/policy/close_deadline",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema47,data:data37};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/policy/close_deadline",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.type,parentSchema:schema47,data:data37};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data32.retries !== undefined){
let data38 = data32.retries;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err94 = {instancePath:instancePath+"/policy/retries",schemaPath:"#/properties/policy/properties/retries/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.policy.properties.retries.type,parentSchema:schema31.properties.policy.properties.retries,data:data38};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 10 || isNaN(data38)){
const err95 = {instancePath:instancePath+"/policy/retries",schemaPath:"#/properties/policy/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10",schema:10,parentSchema:schema31.properties.policy.properties.retries,data:data38};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data38 < 0 || isNaN(data38)){
const err96 = {instancePath:instancePath+"/policy/retries",schemaPath:"#/properties/policy/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.policy.properties.retries,data:data38};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
}
else {
const err97 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.policy.type,parentSchema:schema31.properties.policy,data:data32};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data.context !== undefined){
let data39 = data.context;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.sources === undefined){
const err98 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/required",keyword:"required",params:{missingProperty: "sources"},message:"must have required property '"+"sources"+"'",schema:schema31.properties.context.required,parentSchema:schema31.properties.context,data:data39};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
for(const key8 in data39){
if(!((((key8 === "sources") || (key8 === "for_each")) || (key8 === "target_cron")) || (pattern4.test(key8)))){
const err99 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.context,data:data39};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data39.sources !== undefined){
let data40 = data39.sources;
if(Array.isArray(data40)){
const len2 = data40.length;
for(let i3=0; i3<len2; i3++){
let data41 = data40[i3];
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.type === undefined){
const err100 = {instancePath:instancePath+"/context/sources/" + i3,schemaPath:"#/properties/context/properties/sources/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema31.properties.context.properties.sources.items.required,parentSchema:schema31.properties.context.properties.sources.items,data:data41};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data41.resolver === undefined){
const err101 = {instancePath:instancePath+"/context/sources/" + i3,schemaPath:"#/properties/context/properties/sources/items/required",keyword:"required",params:{missingProperty: "resolver"},message:"must have required property '"+"resolver"+"'",schema:schema31.properties.context.properties.sources.items.required,parentSchema:schema31.properties.context.properties.sources.items,data:data41};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data41.params === undefined){
const err102 = {instancePath:instancePath+"/context/sources/" + i3,schemaPath:"#/properties/context/properties/sources/items/required",keyword:"required",params:{missingProperty: "params"},message:"must have required property '"+"params"+"'",schema:schema31.properties.context.properties.sources.items.required,parentSchema:schema31.properties.context.properties.sources.items,data:data41};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data41.bind === undefined){
const err103 = {instancePath:instancePath+"/context/sources/" + i3,schemaPath:"#/properties/context/properties/sources/items/required",keyword:"required",params:{missingProperty: "bind"},message:"must have required property '"+"bind"+"'",schema:schema31.properties.context.properties.sources.items.required,parentSchema:schema31.properties.context.properties.sources.items,data:data41};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
for(const key9 in data41){
if(!((((((key9 === "type") || (key9 === "resolver")) || (key9 === "params")) || (key9 === "bind")) || (key9 === "on_empty")) || (pattern4.test(key9)))){
const err104 = {instancePath:instancePath+"/context/sources/" + i3,schemaPath:"#/properties/context/properties/sources/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.context.properties.sources.items,data:data41};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data41.type !== undefined){
let data42 = data41.type;
if(!(data42 === "kaizen")){
const err105 = {instancePath:instancePath+"/context/sources/" + i3+"/type",schemaPath:"#/properties/context/properties/sources/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema31.properties.context.properties.sources.items.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.context.properties.sources.items.properties.type.enum,parentSchema:schema31.properties.context.properties.sources.items.properties.type,data:data42};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data41.resolver !== undefined){
let data43 = data41.resolver;
if(!(data43 === "discover_kaizen_scheduled_repos")){
const err106 = {instancePath:instancePath+"/context/sources/" + i3+"/resolver",schemaPath:"#/properties/context/properties/sources/items/properties/resolver/enum",keyword:"enum",params:{allowedValues: schema31.properties.context.properties.sources.items.properties.resolver.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.context.properties.sources.items.properties.resolver.enum,parentSchema:schema31.properties.context.properties.sources.items.properties.resolver,data:data43};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data41.params !== undefined){
let data44 = data41.params;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(data44.domain === undefined){
const err107 = {instancePath:instancePath+"/context/sources/" + i3+"/params",schemaPath:"#/properties/context/properties/sources/items/properties/params/required",keyword:"required",params:{missingProperty: "domain"},message:"must have required property '"+"domain"+"'",schema:schema31.properties.context.properties.sources.items.properties.params.required,parentSchema:schema31.properties.context.properties.sources.items.properties.params,data:data44};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(data44.cadence === undefined){
const err108 = {instancePath:instancePath+"/context/sources/" + i3+"/params",schemaPath:"#/properties/context/properties/sources/items/properties/params/required",keyword:"required",params:{missingProperty: "cadence"},message:"must have required property '"+"cadence"+"'",schema:schema31.properties.context.properties.sources.items.properties.params.required,parentSchema:schema31.properties.context.properties.sources.items.properties.params,data:data44};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
for(const key10 in data44){
if(!((((key10 === "domain") || (key10 === "cadence")) || (key10 === "agent")) || (pattern4.test(key10)))){
const err109 = {instancePath:instancePath+"/context/sources/" + i3+"/params",schemaPath:"#/properties/context/properties/sources/items/properties/params/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.context.properties.sources.items.properties.params,data:data44};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data44.domain !== undefined){
let data45 = data44.domain;
if(typeof data45 === "string"){
if(func2(data45) > 80){
const err110 = {instancePath:instancePath+"/context/sources/" + i3+"/params/domain",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema32,data:data45};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(!pattern5.test(data45)){
const err111 = {instancePath:instancePath+"/context/sources/" + i3+"/params/domain",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema32,data:data45};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/context/sources/" + i3+"/params/domain",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data45};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data44.cadence !== undefined){
let data46 = data44.cadence;
if(!((((data46 === "daily") || (data46 === "weekly")) || (data46 === "monthly")) || (data46 === "manual"))){
const err113 = {instancePath:instancePath+"/context/sources/" + i3+"/params/cadence",schemaPath:"#/$defs/cadence/enum",keyword:"enum",params:{allowedValues: schema52.enum},message:"must be equal to one of the allowed values",schema:schema52.enum,parentSchema:schema52,data:data46};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data44.agent !== undefined){
let data47 = data44.agent;
if(typeof data47 === "string"){
if(func2(data47) > 80){
const err114 = {instancePath:instancePath+"/context/sources/" + i3+"/params/agent",schemaPath:"#/$defs/agent_name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema38,data:data47};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(!pattern10.test(data47)){
const err115 = {instancePath:instancePath+"/context/sources/" + i3+"/params/agent",schemaPath:"#/$defs/agent_name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9_-]*$"+"\"",schema:"^[a-z0-9][a-z0-9_-]*$",parentSchema:schema38,data:data47};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/context/sources/" + i3+"/params/agent",schemaPath:"#/$defs/agent_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.type,parentSchema:schema38,data:data47};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/context/sources/" + i3+"/params",schemaPath:"#/properties/context/properties/sources/items/properties/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.context.properties.sources.items.properties.params.type,parentSchema:schema31.properties.context.properties.sources.items.properties.params,data:data44};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data41.bind !== undefined){
let data48 = data41.bind;
if(typeof data48 === "string"){
if(func2(data48) > 80){
const err118 = {instancePath:instancePath+"/context/sources/" + i3+"/bind",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema32,data:data48};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(!pattern5.test(data48)){
const err119 = {instancePath:instancePath+"/context/sources/" + i3+"/bind",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema32,data:data48};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/context/sources/" + i3+"/bind",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data48};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data41.on_empty !== undefined){
let data49 = data41.on_empty;
if(!((data49 === "skip") || (data49 === "fail"))){
const err121 = {instancePath:instancePath+"/context/sources/" + i3+"/on_empty",schemaPath:"#/properties/context/properties/sources/items/properties/on_empty/enum",keyword:"enum",params:{allowedValues: schema31.properties.context.properties.sources.items.properties.on_empty.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.context.properties.sources.items.properties.on_empty.enum,parentSchema:schema31.properties.context.properties.sources.items.properties.on_empty,data:data49};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/context/sources/" + i3,schemaPath:"#/properties/context/properties/sources/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.context.properties.sources.items.type,parentSchema:schema31.properties.context.properties.sources.items,data:data41};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/context/sources",schemaPath:"#/properties/context/properties/sources/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.context.properties.sources.type,parentSchema:schema31.properties.context.properties.sources,data:data40};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data39.for_each !== undefined){
let data50 = data39.for_each;
if(typeof data50 === "string"){
if(func2(data50) > 2000){
const err124 = {instancePath:instancePath+"/context/for_each",schemaPath:"#/properties/context/properties/for_each/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema31.properties.context.properties.for_each,data:data50};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(func2(data50) < 1){
const err125 = {instancePath:instancePath+"/context/for_each",schemaPath:"#/properties/context/properties/for_each/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.context.properties.for_each,data:data50};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(!pattern32.test(data50)){
const err126 = {instancePath:instancePath+"/context/for_each",schemaPath:"#/properties/context/properties/for_each/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$"+"\"",schema:"^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$",parentSchema:schema31.properties.context.properties.for_each,data:data50};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/context/for_each",schemaPath:"#/properties/context/properties/for_each/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.context.properties.for_each.type,parentSchema:schema31.properties.context.properties.for_each,data:data50};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data39.target_cron !== undefined){
let data51 = data39.target_cron;
if(!((data51 === "require_match") || (data51 === "ignore"))){
const err128 = {instancePath:instancePath+"/context/target_cron",schemaPath:"#/properties/context/properties/target_cron/enum",keyword:"enum",params:{allowedValues: schema31.properties.context.properties.target_cron.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.context.properties.target_cron.enum,parentSchema:schema31.properties.context.properties.target_cron,data:data51};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.context.type,parentSchema:schema31.properties.context,data:data39};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data.depends_on !== undefined){
let data52 = data.depends_on;
if(Array.isArray(data52)){
const len3 = data52.length;
for(let i4=0; i4<len3; i4++){
let data53 = data52[i4];
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(data53.activity === undefined){
const err130 = {instancePath:instancePath+"/depends_on/" + i4,schemaPath:"#/properties/depends_on/items/required",keyword:"required",params:{missingProperty: "activity"},message:"must have required property '"+"activity"+"'",schema:schema31.properties.depends_on.items.required,parentSchema:schema31.properties.depends_on.items,data:data53};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
for(const key11 in data53){
if(!(((key11 === "activity") || (key11 === "when")) || (pattern4.test(key11)))){
const err131 = {instancePath:instancePath+"/depends_on/" + i4,schemaPath:"#/properties/depends_on/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.depends_on.items,data:data53};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data53.activity !== undefined){
let data54 = data53.activity;
if(typeof data54 === "string"){
if(func2(data54) > 80){
const err132 = {instancePath:instancePath+"/depends_on/" + i4+"/activity",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema32,data:data54};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(!pattern5.test(data54)){
const err133 = {instancePath:instancePath+"/depends_on/" + i4+"/activity",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema32,data:data54};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/depends_on/" + i4+"/activity",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data54};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data53.when !== undefined){
let data55 = data53.when;
if(!((data55 === "success") || (data55 === "prepared"))){
const err135 = {instancePath:instancePath+"/depends_on/" + i4+"/when",schemaPath:"#/properties/depends_on/items/properties/when/enum",keyword:"enum",params:{allowedValues: schema31.properties.depends_on.items.properties.when.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.depends_on.items.properties.when.enum,parentSchema:schema31.properties.depends_on.items.properties.when,data:data55};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/depends_on/" + i4,schemaPath:"#/properties/depends_on/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.depends_on.items.type,parentSchema:schema31.properties.depends_on.items,data:data53};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
}
else {
const err137 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.depends_on.type,parentSchema:schema31.properties.depends_on,data:data52};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data.task !== undefined){
let data56 = data.task;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.title === undefined){
const err138 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema31.properties.task.required,parentSchema:schema31.properties.task,data:data56};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
for(const key12 in data56){
if(!(((((key12 === "title") || (key12 === "priority")) || (key12 === "prepare")) || (key12 === "close")) || (pattern4.test(key12)))){
const err139 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.task,data:data56};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data56.title !== undefined){
let data57 = data56.title;
if(typeof data57 === "string"){
if(func2(data57) > 2000){
const err140 = {instancePath:instancePath+"/task/title",schemaPath:"#/properties/task/properties/title/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema31.properties.task.properties.title,data:data57};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(func2(data57) < 1){
const err141 = {instancePath:instancePath+"/task/title",schemaPath:"#/properties/task/properties/title/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.task.properties.title,data:data57};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/task/title",schemaPath:"#/properties/task/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.task.properties.title.type,parentSchema:schema31.properties.task.properties.title,data:data57};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data56.priority !== undefined){
let data58 = data56.priority;
if(!((((data58 === "low") || (data58 === "medium")) || (data58 === "high")) || (data58 === "critical"))){
const err143 = {instancePath:instancePath+"/task/priority",schemaPath:"#/properties/task/properties/priority/enum",keyword:"enum",params:{allowedValues: schema31.properties.task.properties.priority.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.task.properties.priority.enum,parentSchema:schema31.properties.task.properties.priority,data:data58};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data56.prepare !== undefined){
let data59 = data56.prepare;
if(typeof data59 === "string"){
if(func2(data59) > 2000){
const err144 = {instancePath:instancePath+"/task/prepare",schemaPath:"#/properties/task/properties/prepare/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema31.properties.task.properties.prepare,data:data59};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(func2(data59) < 1){
const err145 = {instancePath:instancePath+"/task/prepare",schemaPath:"#/properties/task/properties/prepare/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.task.properties.prepare,data:data59};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/task/prepare",schemaPath:"#/properties/task/properties/prepare/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.task.properties.prepare.type,parentSchema:schema31.properties.task.properties.prepare,data:data59};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data56.close !== undefined){
let data60 = data56.close;
if(typeof data60 === "string"){
if(func2(data60) > 2000){
const err147 = {instancePath:instancePath+"/task/close",schemaPath:"#/properties/task/properties/close/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema31.properties.task.properties.close,data:data60};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(func2(data60) < 1){
const err148 = {instancePath:instancePath+"/task/close",schemaPath:"#/properties/task/properties/close/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.task.properties.close,data:data60};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/task/close",schemaPath:"#/properties/task/properties/close/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.task.properties.close.type,parentSchema:schema31.properties.task.properties.close,data:data60};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.task.type,parentSchema:schema31.properties.task,data:data56};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data.budget !== undefined){
let data61 = data.budget;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
for(const key13 in data61){
if(!(((key13 === "time") || (key13 === "cost")) || (pattern4.test(key13)))){
const err151 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.budget,data:data61};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data61.time !== undefined){
let data62 = data61.time;
if(typeof data62 === "string"){
if(!pattern21.test(data62)){
const err152 = {instancePath:instancePath+"/budget/time",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema47,data:data62};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
else {
const err153 = {instancePath:instancePath+"/budget/time",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.type,parentSchema:schema47,data:data62};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data61.cost !== undefined){
let data63 = data61.cost;
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 < 0 || isNaN(data63)){
const err154 = {instancePath:instancePath+"/budget/cost",schemaPath:"#/properties/budget/properties/cost/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.budget.properties.cost,data:data63};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/budget/cost",schemaPath:"#/properties/budget/properties/cost/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.budget.properties.cost.type,parentSchema:schema31.properties.budget.properties.cost,data:data63};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
else {
const err156 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.budget.type,parentSchema:schema31.properties.budget,data:data61};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data.permissions !== undefined){
let data64 = data.permissions;
if(Array.isArray(data64)){
const len4 = data64.length;
for(let i5=0; i5<len4; i5++){
let data65 = data64[i5];
if(!((((data65 === "read") || (data65 === "write")) || (data65 === "open_proposal")) || (data65 === "network"))){
const err157 = {instancePath:instancePath+"/permissions/" + i5,schemaPath:"#/properties/permissions/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.permissions.items.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.permissions.items.enum,parentSchema:schema31.properties.permissions.items,data:data65};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/permissions",schemaPath:"#/properties/permissions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.permissions.type,parentSchema:schema31.properties.permissions,data:data64};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
else {
const err159 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const activityLock = validate21;
const schema57 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:activity-lock","title":"ActivityLock","description":"activity-definitions/.lock.json: the digests of the definitions that were compiled. What is not in it, or differs, is not fired.","type":"object","additionalProperties":false,"required":["schema_version","definitions"],"properties":{"schema_version":{"description":"Version of this format. A reader refuses a newer major.","const":"activity-lock/v1"},"definitions":{"description":"By id of the definition, ascending.","type":"object","additionalProperties":false,"patternProperties":{"^[a-z0-9]+(?:[-_][a-z0-9]+)*$":{"description":"A definition.","type":"object","additionalProperties":false,"required":["digest"],"properties":{"digest":{"description":"Definition digest: the frontmatter without `enabled` and `enable_gate.proof`, and the body.","$ref":"#/$defs/digest"},"based_on":{"description":"Supplier's template it was tuned from, as pinned.","type":"object","additionalProperties":false,"required":["supplier","template"],"properties":{"supplier":{"$ref":"#/$defs/slug"},"template":{"$ref":"#/$defs/slug"},"ref":{"description":"Version of the supplier's repo.","type":"string","minLength":1,"maxLength":2000}}}}}}}},"$defs":{"digest":{"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"}}};
const schema58 = {"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"};
const schema59 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:activity-lock" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.definitions === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "definitions"},message:"must have required property '"+"definitions"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "schema_version") || (key0 === "definitions"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.schema_version !== undefined){
let data0 = data.schema_version;
if("activity-lock/v1" !== data0){
const err3 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "activity-lock/v1"},message:"must be equal to constant",schema:"activity-lock/v1",parentSchema:schema57.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.definitions !== undefined){
let data1 = data.definitions;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(pattern5.test(key1))){
const err4 = {instancePath:instancePath+"/definitions",schemaPath:"#/properties/definitions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema57.properties.definitions,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
for(const key2 in data1){
if(pattern5.test(key2)){
let data2 = data1[key2];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.digest === undefined){
const err5 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/required",keyword:"required",params:{missingProperty: "digest"},message:"must have required property '"+"digest"+"'",schema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].required,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"],data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key3 in data2){
if(!((key3 === "digest") || (key3 === "based_on"))){
const err6 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"],data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.digest !== undefined){
let data3 = data2.digest;
if(typeof data3 === "string"){
if(!pattern13.test(data3)){
const err7 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.type,parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.based_on !== undefined){
let data4 = data2.based_on;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.supplier === undefined){
const err9 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on",schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/properties/based_on/required",keyword:"required",params:{missingProperty: "supplier"},message:"must have required property '"+"supplier"+"'",schema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on.required,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4.template === undefined){
const err10 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on",schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/properties/based_on/required",keyword:"required",params:{missingProperty: "template"},message:"must have required property '"+"template"+"'",schema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on.required,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key4 in data4){
if(!(((key4 === "supplier") || (key4 === "template")) || (key4 === "ref"))){
const err11 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on",schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/properties/based_on/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data4.supplier !== undefined){
let data5 = data4.supplier;
if(typeof data5 === "string"){
if(func2(data5) > 80){
const err12 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on/supplier",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema59,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern5.test(data5)){
const err13 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on/supplier",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema59,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on/supplier",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.type,parentSchema:schema59,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data4.template !== undefined){
let data6 = data4.template;
if(typeof data6 === "string"){
if(func2(data6) > 80){
const err15 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on/template",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema59,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern5.test(data6)){
const err16 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on/template",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema59,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on/template",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.type,parentSchema:schema59,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.ref !== undefined){
let data7 = data4.ref;
if(typeof data7 === "string"){
if(func2(data7) > 2000){
const err18 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on/ref",schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/properties/based_on/properties/ref/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on.properties.ref,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func2(data7) < 1){
const err19 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on/ref",schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/properties/based_on/properties/ref/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on.properties.ref,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on/ref",schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/properties/based_on/properties/ref/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on.properties.ref.type,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on.properties.ref,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/based_on",schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/properties/based_on/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on.type,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].properties.based_on,data:data4};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/definitions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/definitions/patternProperties/%5E%5Ba-z0-9%5D%2B(%3F%3A%5B-_%5D%5Ba-z0-9%5D%2B)*%24/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"].type,parentSchema:schema57.properties.definitions.patternProperties["^[a-z0-9]+(?:[-_][a-z0-9]+)*$"],data:data2};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/definitions",schemaPath:"#/properties/definitions/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.properties.definitions.type,parentSchema:schema57.properties.definitions,data:data1};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const bundle = validate22;
const schema61 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:bundle","title":"Bundle","description":"Frontmatter of a bundle: one Markdown document with all that an agent's session needs for a slot. Written by `coulomb kaizen schedule prepare`, checked by `coulomb kaizen bundle verify`.","type":"object","additionalProperties":false,"required":["schema_version","agent","repo","head","slot","cycle","attempt","expires_at","upstream","done_when","close","sources","definition"],"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"properties":{"schema_version":{"description":"Format and major version.","const":"bundle/v1"},"agent":{"description":"Agent the session is of.","$ref":"#/$defs/slug"},"repo":{"$ref":"#/$defs/repo_key"},"head":{"description":"Commit that the bundle was made at.","$ref":"#/$defs/oid"},"slot":{"$ref":"#/$defs/slot_key"},"cycle":{"description":"Id of the slot's cycle; null when nobody said which.","anyOf":[{"$ref":"#/$defs/key"},{"type":"null"}]},"attempt":{"description":"Which attempt at the slot, from 1.","type":"integer","minimum":1,"maximum":1000},"expires_at":{"description":"When the session must be closed; the bundle is of no use then.","$ref":"#/$defs/instant"},"upstream":{"description":"Agents whose work this session builds on.","type":"array","items":{"$ref":"#/$defs/upstream"},"maxItems":50},"done_when":{"description":"Checks that say whether the session has done its work.","type":"array","items":{"$ref":"#/$defs/check"},"minItems":1,"maxItems":50},"close":{"description":"Full shell commands, one of which ends the session.","type":"object","additionalProperties":false,"required":["success","failure","noop"],"properties":{"success":{"description":"When every check holds.","type":"string","minLength":1,"maxLength":4000},"failure":{"description":"When it could not be done.","type":"string","minLength":1,"maxLength":4000},"noop":{"description":"When there was nothing to do.","type":"string","minLength":1,"maxLength":4000}}},"sources":{"description":"Files of the repo that the text was made from, as they are at the head.","type":"array","items":{"$ref":"#/$defs/source_file"},"maxItems":200},"definition":{"description":"Digest of the activity definition; null when the session has none.","anyOf":[{"$ref":"#/$defs/digest"},{"type":"null"}]}},"$defs":{"check":{"description":"A check.","type":"object","additionalProperties":false,"required":["id","check"],"properties":{"id":{"description":"Its name among the checks.","$ref":"#/$defs/slug"},"check":{"description":"What must hold.","$ref":"#/$defs/text"}}},"digest":{"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"},"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"key":{"description":"Name of a resource among its kind; never changes. It may contain '/'.","type":"string","minLength":1,"maxLength":300,"pattern":"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$","x-expect":"a key of letters, digits and . _ / # : @ + -, such as LOOP-WP-0001-T01"},"oid":{"description":"Object id of git.","type":"string","pattern":"^(?:[0-9a-f]{40}|[0-9a-f]{64})$","x-expect":"a git object id of 40 or 64 hex digits"},"repo_key":{"description":"Key of a repo: forge, owner and name.","type":"string","maxLength":300,"pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$","x-expect":"forge/owner/name, such as local/coulomb/coulomb-loop"},"slot_key":{"description":"Id of a slot: loop, activity, repo and due instant.","type":"string","maxLength":500,"pattern":"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$","x-expect":"loop/activity/repo@due, such as kaizen-stack/hourly-coach/local/coulomb/pilot@2026-08-01T08:15:00Z"},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"source_file":{"description":"A file.","type":"object","additionalProperties":false,"required":["path","digest","bytes"],"properties":{"path":{"description":"Path from the root of the repo.","type":"string","minLength":1,"maxLength":1000},"digest":{"$ref":"#/$defs/digest"},"bytes":{"description":"Its size.","type":"integer","minimum":0,"maximum":1000000000}}},"text":{"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000},"upstream":{"description":"An agent before this one.","type":"object","additionalProperties":false,"required":["agent","state"],"properties":{"agent":{"description":"Its name.","$ref":"#/$defs/slug"},"state":{"description":"Whether it has closed its session of this cycle.","enum":["closed","missing"]},"record_id":{"description":"The record that closed it.","$ref":"#/$defs/uuid"},"outcome":{"description":"What came of it.","enum":["success","noop","failed","timeout","cancelled"]}}},"uuid":{"description":"A UUID.","type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","x-expect":"a UUID in lower case"}}};
const schema62 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema63 = {"description":"Key of a repo: forge, owner and name.","type":"string","maxLength":300,"pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$","x-expect":"forge/owner/name, such as local/coulomb/coulomb-loop"};
const schema64 = {"description":"Object id of git.","type":"string","pattern":"^(?:[0-9a-f]{40}|[0-9a-f]{64})$","x-expect":"a git object id of 40 or 64 hex digits"};
const schema65 = {"description":"Id of a slot: loop, activity, repo and due instant.","type":"string","maxLength":500,"pattern":"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$","x-expect":"loop/activity/repo@due, such as kaizen-stack/hourly-coach/local/coulomb/pilot@2026-08-01T08:15:00Z"};
const schema66 = {"description":"Name of a resource among its kind; never changes. It may contain '/'.","type":"string","minLength":1,"maxLength":300,"pattern":"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$","x-expect":"a key of letters, digits and . _ / # : @ + -, such as LOOP-WP-0001-T01"};
const schema67 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};
const schema75 = {"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"};
const pattern45 = new RegExp("^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$", "u");
const pattern46 = new RegExp("^(?:[0-9a-f]{40}|[0-9a-f]{64})$", "u");
const pattern47 = new RegExp("^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$", "u");
const pattern48 = new RegExp("^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$", "u");
const schema68 = {"description":"An agent before this one.","type":"object","additionalProperties":false,"required":["agent","state"],"properties":{"agent":{"description":"Its name.","$ref":"#/$defs/slug"},"state":{"description":"Whether it has closed its session of this cycle.","enum":["closed","missing"]},"record_id":{"description":"The record that closed it.","$ref":"#/$defs/uuid"},"outcome":{"description":"What came of it.","enum":["success","noop","failed","timeout","cancelled"]}}};
const schema70 = {"description":"A UUID.","type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","x-expect":"a UUID in lower case"};
const pattern51 = new RegExp("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.agent === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agent"},message:"must have required property '"+"agent"+"'",schema:schema68.required,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.state === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema68.required,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "agent") || (key0 === "state")) || (key0 === "record_id")) || (key0 === "outcome"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.agent !== undefined){
let data0 = data.agent;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err3 = {instancePath:instancePath+"/agent",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern5.test(data0)){
const err4 = {instancePath:instancePath+"/agent",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/agent",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.type,parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.state !== undefined){
let data1 = data.state;
if(!((data1 === "closed") || (data1 === "missing"))){
const err6 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema68.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema68.properties.state.enum,parentSchema:schema68.properties.state,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.record_id !== undefined){
let data2 = data.record_id;
if(typeof data2 === "string"){
if(!pattern51.test(data2)){
const err7 = {instancePath:instancePath+"/record_id",schemaPath:"#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"},message:"must match pattern \""+"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"+"\"",schema:"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",parentSchema:schema70,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/record_id",schemaPath:"#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.type,parentSchema:schema70,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.outcome !== undefined){
let data3 = data.outcome;
if(!(((((data3 === "success") || (data3 === "noop")) || (data3 === "failed")) || (data3 === "timeout")) || (data3 === "cancelled"))){
const err9 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema68.properties.outcome.enum},message:"must be equal to one of the allowed values",schema:schema68.properties.outcome.enum,parentSchema:schema68.properties.outcome,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema68.type,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema71 = {"description":"A check.","type":"object","additionalProperties":false,"required":["id","check"],"properties":{"id":{"description":"Its name among the checks.","$ref":"#/$defs/slug"},"check":{"description":"What must hold.","$ref":"#/$defs/text"}}};
const schema73 = {"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema71.required,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.check === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "check"},message:"must have required property '"+"check"+"'",schema:schema71.required,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "id") || (key0 === "check"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern5.test(data0)){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.type,parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.check !== undefined){
let data1 = data.check;
if(typeof data1 === "string"){
if(func2(data1) > 2000){
const err6 = {instancePath:instancePath+"/check",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema73,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func2(data1) < 1){
const err7 = {instancePath:instancePath+"/check",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema73,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/check",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.type,parentSchema:schema73,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema71.type,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema74 = {"description":"A file.","type":"object","additionalProperties":false,"required":["path","digest","bytes"],"properties":{"path":{"description":"Path from the root of the repo.","type":"string","minLength":1,"maxLength":1000},"digest":{"$ref":"#/$defs/digest"},"bytes":{"description":"Its size.","type":"integer","minimum":0,"maximum":1000000000}}};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema74.required,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.digest === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "digest"},message:"must have required property '"+"digest"+"'",schema:schema74.required,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.bytes === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "bytes"},message:"must have required property '"+"bytes"+"'",schema:schema74.required,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "path") || (key0 === "digest")) || (key0 === "bytes"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.path !== undefined){
let data0 = data.path;
if(typeof data0 === "string"){
if(func2(data0) > 1000){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema74.properties.path,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data0) < 1){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema74.properties.path,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema74.properties.path.type,parentSchema:schema74.properties.path,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.digest !== undefined){
let data1 = data.digest;
if(typeof data1 === "string"){
if(!pattern13.test(data1)){
const err7 = {instancePath:instancePath+"/digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema75,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.type,parentSchema:schema75,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.bytes !== undefined){
let data2 = data.bytes;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err9 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema74.properties.bytes.type,parentSchema:schema74.properties.bytes,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000000000 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema74.properties.bytes,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err11 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema74.properties.bytes,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema74.type,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:bundle" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.agent === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agent"},message:"must have required property '"+"agent"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.repo === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.head === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "head"},message:"must have required property '"+"head"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.slot === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "slot"},message:"must have required property '"+"slot"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.cycle === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cycle"},message:"must have required property '"+"cycle"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.attempt === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "attempt"},message:"must have required property '"+"attempt"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.expires_at === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expires_at"},message:"must have required property '"+"expires_at"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.upstream === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "upstream"},message:"must have required property '"+"upstream"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.done_when === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "done_when"},message:"must have required property '"+"done_when"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.close === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "close"},message:"must have required property '"+"close"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.sources === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sources"},message:"must have required property '"+"sources"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.definition === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "definition"},message:"must have required property '"+"definition"+"'",schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema61.properties, key0)) || (pattern4.test(key0)))){
const err13 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.schema_version !== undefined){
let data0 = data.schema_version;
if("bundle/v1" !== data0){
const err14 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "bundle/v1"},message:"must be equal to constant",schema:"bundle/v1",parentSchema:schema61.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.agent !== undefined){
let data1 = data.agent;
if(typeof data1 === "string"){
if(func2(data1) > 80){
const err15 = {instancePath:instancePath+"/agent",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema62,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern5.test(data1)){
const err16 = {instancePath:instancePath+"/agent",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema62,data:data1};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/agent",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema62.type,parentSchema:schema62,data:data1};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.repo !== undefined){
let data2 = data.repo;
if(typeof data2 === "string"){
if(func2(data2) > 300){
const err18 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema63,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern45.test(data2)){
const err19 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$",parentSchema:schema63,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema63.type,parentSchema:schema63,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.head !== undefined){
let data3 = data.head;
if(typeof data3 === "string"){
if(!pattern46.test(data3)){
const err21 = {instancePath:instancePath+"/head",schemaPath:"#/$defs/oid/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^(?:[0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema64,data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/head",schemaPath:"#/$defs/oid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema64.type,parentSchema:schema64,data:data3};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.slot !== undefined){
let data4 = data.slot;
if(typeof data4 === "string"){
if(func2(data4) > 500){
const err23 = {instancePath:instancePath+"/slot",schemaPath:"#/$defs/slot_key/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema65,data:data4};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern47.test(data4)){
const err24 = {instancePath:instancePath+"/slot",schemaPath:"#/$defs/slot_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},message:"must match pattern \""+"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"+"\"",schema:"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$",parentSchema:schema65,data:data4};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/slot",schemaPath:"#/$defs/slot_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema65.type,parentSchema:schema65,data:data4};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.cycle !== undefined){
let data5 = data.cycle;
const _errs16 = errors;
let valid5 = false;
const _errs17 = errors;
if(typeof data5 === "string"){
if(func2(data5) > 300){
const err26 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema66,data:data5};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func2(data5) < 1){
const err27 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema66,data:data5};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!pattern48.test(data5)){
const err28 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$"},message:"must match pattern \""+"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$"+"\"",schema:"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$",parentSchema:schema66,data:data5};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema66.type,parentSchema:schema66,data:data5};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid0 = _errs17 === errors;
valid5 = valid5 || _valid0;
const _errs20 = errors;
if(data5 !== null){
const err30 = {instancePath:instancePath+"/cycle",schemaPath:"#/properties/cycle/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema61.properties.cycle.anyOf[1].type,parentSchema:schema61.properties.cycle.anyOf[1],data:data5};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var _valid0 = _errs20 === errors;
valid5 = valid5 || _valid0;
if(!valid5){
const err31 = {instancePath:instancePath+"/cycle",schemaPath:"#/properties/cycle/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema61.properties.cycle.anyOf,parentSchema:schema61.properties.cycle,data:data5};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data.attempt !== undefined){
let data6 = data.attempt;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err32 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema61.properties.attempt.type,parentSchema:schema61.properties.attempt,data:data6};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 1000 || isNaN(data6)){
const err33 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema61.properties.attempt,data:data6};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err34 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema61.properties.attempt,data:data6};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data.expires_at !== undefined){
let data7 = data.expires_at;
if(typeof data7 === "string"){
if(!pattern14.test(data7)){
const err35 = {instancePath:instancePath+"/expires_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema67,data:data7};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/expires_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema67.type,parentSchema:schema67,data:data7};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.upstream !== undefined){
let data8 = data.upstream;
if(Array.isArray(data8)){
if(data8.length > 50){
const err37 = {instancePath:instancePath+"/upstream",schemaPath:"#/properties/upstream/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items",schema:50,parentSchema:schema61.properties.upstream,data:data8};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate23(data8[i0], {instancePath:instancePath+"/upstream/" + i0,parentData:data8,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err38 = {instancePath:instancePath+"/upstream",schemaPath:"#/properties/upstream/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.upstream.type,parentSchema:schema61.properties.upstream,data:data8};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.done_when !== undefined){
let data10 = data.done_when;
if(Array.isArray(data10)){
if(data10.length > 50){
const err39 = {instancePath:instancePath+"/done_when",schemaPath:"#/properties/done_when/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items",schema:50,parentSchema:schema61.properties.done_when,data:data10};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data10.length < 1){
const err40 = {instancePath:instancePath+"/done_when",schemaPath:"#/properties/done_when/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema61.properties.done_when,data:data10};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
if(!(validate25(data10[i1], {instancePath:instancePath+"/done_when/" + i1,parentData:data10,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err41 = {instancePath:instancePath+"/done_when",schemaPath:"#/properties/done_when/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.done_when.type,parentSchema:schema61.properties.done_when,data:data10};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.close !== undefined){
let data12 = data.close;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.success === undefined){
const err42 = {instancePath:instancePath+"/close",schemaPath:"#/properties/close/required",keyword:"required",params:{missingProperty: "success"},message:"must have required property '"+"success"+"'",schema:schema61.properties.close.required,parentSchema:schema61.properties.close,data:data12};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data12.failure === undefined){
const err43 = {instancePath:instancePath+"/close",schemaPath:"#/properties/close/required",keyword:"required",params:{missingProperty: "failure"},message:"must have required property '"+"failure"+"'",schema:schema61.properties.close.required,parentSchema:schema61.properties.close,data:data12};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data12.noop === undefined){
const err44 = {instancePath:instancePath+"/close",schemaPath:"#/properties/close/required",keyword:"required",params:{missingProperty: "noop"},message:"must have required property '"+"noop"+"'",schema:schema61.properties.close.required,parentSchema:schema61.properties.close,data:data12};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
for(const key1 in data12){
if(!(((key1 === "success") || (key1 === "failure")) || (key1 === "noop"))){
const err45 = {instancePath:instancePath+"/close",schemaPath:"#/properties/close/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema61.properties.close,data:data12};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data12.success !== undefined){
let data13 = data12.success;
if(typeof data13 === "string"){
if(func2(data13) > 4000){
const err46 = {instancePath:instancePath+"/close/success",schemaPath:"#/properties/close/properties/success/maxLength",keyword:"maxLength",params:{limit: 4000},message:"must NOT have more than 4000 characters",schema:4000,parentSchema:schema61.properties.close.properties.success,data:data13};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(func2(data13) < 1){
const err47 = {instancePath:instancePath+"/close/success",schemaPath:"#/properties/close/properties/success/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema61.properties.close.properties.success,data:data13};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/close/success",schemaPath:"#/properties/close/properties/success/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.properties.close.properties.success.type,parentSchema:schema61.properties.close.properties.success,data:data13};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data12.failure !== undefined){
let data14 = data12.failure;
if(typeof data14 === "string"){
if(func2(data14) > 4000){
const err49 = {instancePath:instancePath+"/close/failure",schemaPath:"#/properties/close/properties/failure/maxLength",keyword:"maxLength",params:{limit: 4000},message:"must NOT have more than 4000 characters",schema:4000,parentSchema:schema61.properties.close.properties.failure,data:data14};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(func2(data14) < 1){
const err50 = {instancePath:instancePath+"/close/failure",schemaPath:"#/properties/close/properties/failure/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema61.properties.close.properties.failure,data:data14};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/close/failure",schemaPath:"#/properties/close/properties/failure/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.properties.close.properties.failure.type,parentSchema:schema61.properties.close.properties.failure,data:data14};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data12.noop !== undefined){
let data15 = data12.noop;
if(typeof data15 === "string"){
if(func2(data15) > 4000){
const err52 = {instancePath:instancePath+"/close/noop",schemaPath:"#/properties/close/properties/noop/maxLength",keyword:"maxLength",params:{limit: 4000},message:"must NOT have more than 4000 characters",schema:4000,parentSchema:schema61.properties.close.properties.noop,data:data15};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(func2(data15) < 1){
const err53 = {instancePath:instancePath+"/close/noop",schemaPath:"#/properties/close/properties/noop/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema61.properties.close.properties.noop,data:data15};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/close/noop",schemaPath:"#/properties/close/properties/noop/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.properties.close.properties.noop.type,parentSchema:schema61.properties.close.properties.noop,data:data15};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/close",schemaPath:"#/properties/close/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.properties.close.type,parentSchema:schema61.properties.close,data:data12};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.sources !== undefined){
let data16 = data.sources;
if(Array.isArray(data16)){
if(data16.length > 200){
const err56 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema61.properties.sources,data:data16};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
if(!(validate27(data16[i2], {instancePath:instancePath+"/sources/" + i2,parentData:data16,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
const err57 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.sources.type,parentSchema:schema61.properties.sources,data:data16};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.definition !== undefined){
let data18 = data.definition;
const _errs46 = errors;
let valid15 = false;
const _errs47 = errors;
if(typeof data18 === "string"){
if(!pattern13.test(data18)){
const err58 = {instancePath:instancePath+"/definition",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema75,data:data18};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/definition",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.type,parentSchema:schema75,data:data18};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
var _valid1 = _errs47 === errors;
valid15 = valid15 || _valid1;
const _errs50 = errors;
if(data18 !== null){
const err60 = {instancePath:instancePath+"/definition",schemaPath:"#/properties/definition/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema61.properties.definition.anyOf[1].type,parentSchema:schema61.properties.definition.anyOf[1],data:data18};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
var _valid1 = _errs50 === errors;
valid15 = valid15 || _valid1;
if(!valid15){
const err61 = {instancePath:instancePath+"/definition",schemaPath:"#/properties/definition/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema61.properties.definition.anyOf,parentSchema:schema61.properties.definition,data:data18};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
else {
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err62 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const cadence = validate29;
const schema77 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:cadence","title":"Cadence","description":"loops/<loop>/cadence.yaml: the cadence policy. Phases, what must be proved to leave one, who approves, and when.","type":"object","additionalProperties":false,"required":["schema_version","loop","timezone","steps","phases"],"properties":{"schema_version":{"description":"Version of this format. A reader refuses a newer major.","const":"cadence/v1"},"loop":{"description":"Name of the loop: the folder's name.","$ref":"#/$defs/slug"},"timezone":{"description":"Zone of every cron in this file, and of pilots that have none.","$ref":"#/$defs/zone"},"steps":{"description":"Steps of one cycle, in order.","type":"array","items":{"$ref":"#/$defs/agent_name"},"minItems":1,"uniqueItems":true},"phases":{"description":"Phases, from the first to the last.","type":"array","items":{"$ref":"#/$defs/phase"},"minItems":1},"analyses":{"description":"What evidence can prove.","type":"array","items":{"$ref":"#/$defs/analysis"}},"approvals":{"description":"Who must agree.","type":"array","items":{"$ref":"#/$defs/approval"}},"promotion_windows":{"description":"When a promotion may be merged; deny wins, without an allow it is always open.","type":"array","items":{"$ref":"#/$defs/window"}},"waves":{"description":"In which order repos get a change.","type":"array","items":{"$ref":"#/$defs/wave"}},"auto_rollback":{"description":"When a promotion is taken back by itself.","type":"object","additionalProperties":false,"required":["on","within_cycles","to"],"properties":{"on":{"description":"Verdicts that do it.","type":"array","items":{"description":"A verdict.","enum":["failure","inconclusive"]}},"within_cycles":{"description":"Cycles after the promotion that are watched.","type":"integer","minimum":1,"maximum":1000},"to":{"description":"Where it goes back to.","enum":["last_stable","previous"]},"hold":{"description":"Whether the repo is held until somebody releases it.","type":"boolean"},"cooldown_cycles":{"description":"Cycles to be decided below before a new attempt.","type":"integer","minimum":0,"maximum":1000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"ownership":{"description":"Who owns which path of the schedule file, beside the defaults of its schema.","type":"array","items":{"description":"One rule.","type":"object","additionalProperties":false,"required":["path","class"],"properties":{"path":{"description":"Pointer pattern; `<step>` stands for every step.","type":"string","minLength":1,"maxLength":2000,"pattern":"^/","x-expect":"a JSON pointer pattern, such as /agents/<step>/cron"},"class":{"description":"enforced is always ours, overridable unless overridden, seed only when absent.","enum":["enforced","overridable","seed"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}},"adoption":{"description":"What to do with a repo that already has other values. Default if_identical.","enum":["if_identical","refuse","takeover"]},"on_drift":{"description":"Whether drift is proposed back or only shown. Default propose.","enum":["propose","show"]},"removed_agents":{"description":"Agents that the loop no longer has; they are switched off where we own them.","type":"array","items":{"$ref":"#/$defs/agent_name"}},"suspend":{"description":"Stops all proposals of the loop (demotions pass): true, or until when and why.","anyOf":[{"type":"boolean"},{"type":"object","additionalProperties":false,"required":["reason"],"properties":{"reason":{"description":"Why.","$ref":"#/$defs/text"},"until":{"description":"When it ends by itself.","$ref":"#/$defs/instant"}}}]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"agent_name":{"description":"Name of a coding agent.","type":"string","pattern":"^[a-z0-9][a-z0-9_-]*$","maxLength":80,"x-expect":"an agent name, such as coach"},"agent_schedule":{"description":"What one agent's entry must say.","type":"object","additionalProperties":false,"required":["cadence","enabled"],"properties":{"cadence":{"$ref":"#/$defs/cadence"},"cron":{"$ref":"#/$defs/cron"},"enabled":{"description":"Whether the agent runs.","type":"boolean"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"analysis":{"description":"One exit criterion.","type":"object","additionalProperties":false,"required":["key","unit","scope","availability","consecutive_success_limit","on_missing","close_deadline"],"properties":{"key":{"$ref":"#/$defs/slug"},"unit":{"description":"What is counted.","enum":["cycle"]},"scope":{"description":"Whether repos count alone or together.","enum":["per_repo","fleet"]},"availability":{"description":"Repos that take part: all active ones, or at least so many.","anyOf":[{"const":"all"},{"type":"object","additionalProperties":false,"required":["minimum_repos"],"properties":{"minimum_repos":{"description":"At least so many repos.","type":"integer","minimum":1,"maximum":10000}}}]},"consecutive_success_limit":{"description":"Successful cycles in a row.","type":"integer","minimum":1,"maximum":1000},"on_missing":{"description":"What a missing record means.","enum":["hold","fail"]},"max_age":{"description":"How old the newest cycle may be.","$ref":"#/$defs/duration"},"start_deadline":{"description":"Latest dispatch after the due instant.","$ref":"#/$defs/duration"},"close_deadline":{"description":"Latest closing record after the due instant.","$ref":"#/$defs/duration"},"complete_when":{"description":"What completes a slot: its closing record, or its prepared bundle.","enum":["closed","prepared"]},"min_quality":{"description":"Least quality of a record, 0 to 1.","type":"number","minimum":0,"maximum":1},"evidence":{"description":"Which records count.","type":"object","additionalProperties":false,"required":["accept"],"properties":{"accept":{"description":"Classes of evidence.","type":"array","items":{"description":"A class.","enum":["verified","ci","human","self"]},"minItems":1}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"enforcement":{"description":"dry_run is shown and never blocks.","enum":["enforce","dry_run"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"approval":{"description":"Who must agree to a promotion.","type":"object","additionalProperties":false,"required":["name","approvers","min_approvals"],"properties":{"name":{"$ref":"#/$defs/slug"},"approvers":{"description":"People who may.","type":"array","items":{"description":"One person.","type":"object","additionalProperties":false,"required":["user"],"properties":{"user":{"description":"A user of coulomb.yaml.","$ref":"#/$defs/slug"},"required":{"description":"Whether nobody else can stand in.","type":"boolean"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"minItems":1},"min_approvals":{"description":"How many.","type":"integer","minimum":1,"maximum":50},"distinct_from":{"description":"Roles in the attempt that do not count.","type":"array","items":{"description":"A role.","enum":["author","evidence_recorder"]}},"bind_to":{"description":"What an approval is for, exactly.","type":"array","items":{"description":"A digest.","enum":["head","evidence","policy"]}},"valid_for":{"description":"How long an approval lasts.","$ref":"#/$defs/duration"},"require_reason":{"description":"Whether an approval needs words.","type":"boolean"},"allow_unsigned":{"description":"Plain git only: whether an unsigned approval counts.","type":"boolean"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"cadence":{"description":"How often an agent runs, as the supplier's contract says it. There is no hourly: during bootstrap the cron carries it.","enum":["daily","weekly","monthly","manual"]},"cron":{"description":"Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.","type":"string","minLength":1,"maxLength":200,"x-expect":"five cron fields, such as \"15 * * * *\""},"duration":{"description":"ISO 8601 duration without months or years.","type":"string","pattern":"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$","x-expect":"an ISO 8601 duration without months or years, such as PT5M, PT2H or P3D"},"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"phase":{"description":"One phase.","type":"object","additionalProperties":false,"required":["name","schedule"],"properties":{"name":{"$ref":"#/$defs/phase_name"},"definitions":{"description":"Activity definitions that run in it, by id.","type":"array","items":{"$ref":"#/$defs/slug"},"uniqueItems":true},"schedule":{"description":"Owned values of the pilots' schedule file, by agent.","type":"object","minProperties":1,"patternProperties":{"^[a-z0-9][a-z0-9_-]*$":{"$ref":"#/$defs/agent_schedule"}},"additionalProperties":false},"exit":{"description":"Analyses that must succeed to leave it.","type":"array","items":{"$ref":"#/$defs/slug"}},"required_soak_cycles":{"description":"Successful cycles that make it the repo's last stable phase.","type":"integer","minimum":0,"maximum":1000},"approval":{"description":"Approval needed to leave it.","$ref":"#/$defs/slug"},"workplan_task":{"description":"Workplan task that moving here fulfils.","type":"string","pattern":"^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$","x-expect":"a task id, such as LOOP-WP-0001-T08"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"phase_name":{"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"text":{"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000},"wave":{"description":"One wave.","type":"object","additionalProperties":false,"required":["name","select"],"properties":{"name":{"$ref":"#/$defs/slug"},"select":{"description":"Which repos.","type":"object","additionalProperties":false,"required":["wave"],"properties":{"wave":{"description":"Wave of the roster entry.","type":"integer","minimum":0,"maximum":99}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"required_soak_cycles":{"description":"Cycles that must succeed before the next wave.","type":"integer","minimum":0,"maximum":1000},"max_concurrency":{"description":"Repos changed at once.","type":"integer","minimum":1,"maximum":10000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"window":{"description":"One window.","type":"object","additionalProperties":false,"required":["name","kind","cron","duration"],"properties":{"name":{"$ref":"#/$defs/slug"},"kind":{"description":"Whether it opens or closes.","enum":["allow","deny"]},"cron":{"description":"When it starts.","$ref":"#/$defs/cron"},"duration":{"description":"How long it lasts, as elapsed time.","$ref":"#/$defs/duration"},"applies_to":{"description":"What it holds for. Default promotion.","type":"array","items":{"description":"A kind of work.","enum":["promotion","reconcile"]}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"zone":{"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"}}};
const schema78 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema79 = {"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"};
const schema80 = {"description":"Name of a coding agent.","type":"string","pattern":"^[a-z0-9][a-z0-9_-]*$","maxLength":80,"x-expect":"an agent name, such as coach"};
const schema105 = {"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000};
const schema106 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};
const pattern86 = new RegExp("^/", "u");
const schema81 = {"description":"One phase.","type":"object","additionalProperties":false,"required":["name","schedule"],"properties":{"name":{"$ref":"#/$defs/phase_name"},"definitions":{"description":"Activity definitions that run in it, by id.","type":"array","items":{"$ref":"#/$defs/slug"},"uniqueItems":true},"schedule":{"description":"Owned values of the pilots' schedule file, by agent.","type":"object","minProperties":1,"patternProperties":{"^[a-z0-9][a-z0-9_-]*$":{"$ref":"#/$defs/agent_schedule"}},"additionalProperties":false},"exit":{"description":"Analyses that must succeed to leave it.","type":"array","items":{"$ref":"#/$defs/slug"}},"required_soak_cycles":{"description":"Successful cycles that make it the repo's last stable phase.","type":"integer","minimum":0,"maximum":1000},"approval":{"description":"Approval needed to leave it.","$ref":"#/$defs/slug"},"workplan_task":{"description":"Workplan task that moving here fulfils.","type":"string","pattern":"^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$","x-expect":"a task id, such as LOOP-WP-0001-T08"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema82 = {"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"};
const pattern66 = new RegExp("^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$", "u");
const schema84 = {"description":"What one agent's entry must say.","type":"object","additionalProperties":false,"required":["cadence","enabled"],"properties":{"cadence":{"$ref":"#/$defs/cadence"},"cron":{"$ref":"#/$defs/cron"},"enabled":{"description":"Whether the agent runs.","type":"boolean"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema85 = {"description":"How often an agent runs, as the supplier's contract says it. There is no hourly: during bootstrap the cron carries it.","enum":["daily","weekly","monthly","manual"]};
const schema86 = {"description":"Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.","type":"string","minLength":1,"maxLength":200,"x-expect":"five cron fields, such as \"15 * * * *\""};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cadence === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cadence"},message:"must have required property '"+"cadence"+"'",schema:schema84.required,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.enabled === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "enabled"},message:"must have required property '"+"enabled"+"'",schema:schema84.required,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "cadence") || (key0 === "cron")) || (key0 === "enabled")) || (pattern4.test(key0)))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.cadence !== undefined){
let data0 = data.cadence;
if(!((((data0 === "daily") || (data0 === "weekly")) || (data0 === "monthly")) || (data0 === "manual"))){
const err3 = {instancePath:instancePath+"/cadence",schemaPath:"#/$defs/cadence/enum",keyword:"enum",params:{allowedValues: schema85.enum},message:"must be equal to one of the allowed values",schema:schema85.enum,parentSchema:schema85,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cron !== undefined){
let data1 = data.cron;
if(typeof data1 === "string"){
if(func2(data1) > 200){
const err4 = {instancePath:instancePath+"/cron",schemaPath:"#/$defs/cron/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema86,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data1) < 1){
const err5 = {instancePath:instancePath+"/cron",schemaPath:"#/$defs/cron/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema86,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/cron",schemaPath:"#/$defs/cron/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.type,parentSchema:schema86,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.enabled !== undefined){
let data2 = data.enabled;
if(typeof data2 !== "boolean"){
const err7 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema84.properties.enabled.type,parentSchema:schema84.properties.enabled,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema84.type,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate30.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.schedule === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schedule"},message:"must have required property '"+"schedule"+"'",schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "definitions")) || (key0 === "schedule")) || (key0 === "exit")) || (key0 === "required_soak_cycles")) || (key0 === "approval")) || (key0 === "workplan_task")) || (pattern4.test(key0)))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func2(data0) > 40){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema82,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern9.test(data0)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema82,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema82.type,parentSchema:schema82,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.definitions !== undefined){
let data1 = data.definitions;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(func2(data2) > 80){
const err6 = {instancePath:instancePath+"/definitions/" + i0,schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema78,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern5.test(data2)){
const err7 = {instancePath:instancePath+"/definitions/" + i0,schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema78,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/definitions/" + i0,schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema78.type,parentSchema:schema78,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data1[i1], data1[j0])){
const err9 = {instancePath:instancePath+"/definitions",schemaPath:"#/properties/definitions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema81.properties.definitions,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/definitions",schemaPath:"#/properties/definitions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema81.properties.definitions.type,parentSchema:schema81.properties.definitions,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.schedule !== undefined){
let data3 = data.schedule;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err11 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema81.properties.schedule,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data3){
if(!(pattern10.test(key1))){
const err12 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema81.properties.schedule,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
for(const key2 in data3){
if(pattern10.test(key2)){
if(!(validate31(data3[key2], {instancePath:instancePath+"/schedule/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data3,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema81.properties.schedule.type,parentSchema:schema81.properties.schedule,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.exit !== undefined){
let data5 = data.exit;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
let data6 = data5[i2];
if(typeof data6 === "string"){
if(func2(data6) > 80){
const err14 = {instancePath:instancePath+"/exit/" + i2,schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema78,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern5.test(data6)){
const err15 = {instancePath:instancePath+"/exit/" + i2,schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema78,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/exit/" + i2,schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema78.type,parentSchema:schema78,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema81.properties.exit.type,parentSchema:schema81.properties.exit,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.required_soak_cycles !== undefined){
let data7 = data.required_soak_cycles;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err18 = {instancePath:instancePath+"/required_soak_cycles",schemaPath:"#/properties/required_soak_cycles/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema81.properties.required_soak_cycles.type,parentSchema:schema81.properties.required_soak_cycles,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 1000 || isNaN(data7)){
const err19 = {instancePath:instancePath+"/required_soak_cycles",schemaPath:"#/properties/required_soak_cycles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema81.properties.required_soak_cycles,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err20 = {instancePath:instancePath+"/required_soak_cycles",schemaPath:"#/properties/required_soak_cycles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema81.properties.required_soak_cycles,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.approval !== undefined){
let data8 = data.approval;
if(typeof data8 === "string"){
if(func2(data8) > 80){
const err21 = {instancePath:instancePath+"/approval",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema78,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern5.test(data8)){
const err22 = {instancePath:instancePath+"/approval",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema78,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/approval",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema78.type,parentSchema:schema78,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.workplan_task !== undefined){
let data9 = data.workplan_task;
if(typeof data9 === "string"){
if(!pattern66.test(data9)){
const err24 = {instancePath:instancePath+"/workplan_task",schemaPath:"#/properties/workplan_task/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$"},message:"must match pattern \""+"^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$"+"\"",schema:"^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$",parentSchema:schema81.properties.workplan_task,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/workplan_task",schemaPath:"#/properties/workplan_task/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema81.properties.workplan_task.type,parentSchema:schema81.properties.workplan_task,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema81.type,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}
validate30.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema89 = {"description":"One exit criterion.","type":"object","additionalProperties":false,"required":["key","unit","scope","availability","consecutive_success_limit","on_missing","close_deadline"],"properties":{"key":{"$ref":"#/$defs/slug"},"unit":{"description":"What is counted.","enum":["cycle"]},"scope":{"description":"Whether repos count alone or together.","enum":["per_repo","fleet"]},"availability":{"description":"Repos that take part: all active ones, or at least so many.","anyOf":[{"const":"all"},{"type":"object","additionalProperties":false,"required":["minimum_repos"],"properties":{"minimum_repos":{"description":"At least so many repos.","type":"integer","minimum":1,"maximum":10000}}}]},"consecutive_success_limit":{"description":"Successful cycles in a row.","type":"integer","minimum":1,"maximum":1000},"on_missing":{"description":"What a missing record means.","enum":["hold","fail"]},"max_age":{"description":"How old the newest cycle may be.","$ref":"#/$defs/duration"},"start_deadline":{"description":"Latest dispatch after the due instant.","$ref":"#/$defs/duration"},"close_deadline":{"description":"Latest closing record after the due instant.","$ref":"#/$defs/duration"},"complete_when":{"description":"What completes a slot: its closing record, or its prepared bundle.","enum":["closed","prepared"]},"min_quality":{"description":"Least quality of a record, 0 to 1.","type":"number","minimum":0,"maximum":1},"evidence":{"description":"Which records count.","type":"object","additionalProperties":false,"required":["accept"],"properties":{"accept":{"description":"Classes of evidence.","type":"array","items":{"description":"A class.","enum":["verified","ci","human","self"]},"minItems":1}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"enforcement":{"description":"dry_run is shown and never blocks.","enum":["enforce","dry_run"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema91 = {"description":"ISO 8601 duration without months or years.","type":"string","pattern":"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$","x-expect":"an ISO 8601 duration without months or years, such as PT5M, PT2H or P3D"};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.unit === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "unit"},message:"must have required property '"+"unit"+"'",schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.scope === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "scope"},message:"must have required property '"+"scope"+"'",schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.availability === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "availability"},message:"must have required property '"+"availability"+"'",schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.consecutive_success_limit === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "consecutive_success_limit"},message:"must have required property '"+"consecutive_success_limit"+"'",schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.on_missing === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on_missing"},message:"must have required property '"+"on_missing"+"'",schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.close_deadline === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "close_deadline"},message:"must have required property '"+"close_deadline"+"'",schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema89.properties, key0)) || (pattern4.test(key0)))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.key !== undefined){
let data0 = data.key;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err8 = {instancePath:instancePath+"/key",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data0)){
const err9 = {instancePath:instancePath+"/key",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/key",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema78.type,parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.unit !== undefined){
let data1 = data.unit;
if(!(data1 === "cycle")){
const err11 = {instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/enum",keyword:"enum",params:{allowedValues: schema89.properties.unit.enum},message:"must be equal to one of the allowed values",schema:schema89.properties.unit.enum,parentSchema:schema89.properties.unit,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.scope !== undefined){
let data2 = data.scope;
if(!((data2 === "per_repo") || (data2 === "fleet"))){
const err12 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/enum",keyword:"enum",params:{allowedValues: schema89.properties.scope.enum},message:"must be equal to one of the allowed values",schema:schema89.properties.scope.enum,parentSchema:schema89.properties.scope,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.availability !== undefined){
let data3 = data.availability;
const _errs8 = errors;
let valid2 = false;
const _errs9 = errors;
if("all" !== data3){
const err13 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf/0/const",keyword:"const",params:{allowedValue: "all"},message:"must be equal to constant",schema:"all",parentSchema:schema89.properties.availability.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid2 = valid2 || _valid0;
const _errs10 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.minimum_repos === undefined){
const err14 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf/1/required",keyword:"required",params:{missingProperty: "minimum_repos"},message:"must have required property '"+"minimum_repos"+"'",schema:schema89.properties.availability.anyOf[1].required,parentSchema:schema89.properties.availability.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "minimum_repos")){
const err15 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema89.properties.availability.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.minimum_repos !== undefined){
let data4 = data3.minimum_repos;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err16 = {instancePath:instancePath+"/availability/minimum_repos",schemaPath:"#/properties/availability/anyOf/1/properties/minimum_repos/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema89.properties.availability.anyOf[1].properties.minimum_repos.type,parentSchema:schema89.properties.availability.anyOf[1].properties.minimum_repos,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10000 || isNaN(data4)){
const err17 = {instancePath:instancePath+"/availability/minimum_repos",schemaPath:"#/properties/availability/anyOf/1/properties/minimum_repos/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema89.properties.availability.anyOf[1].properties.minimum_repos,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err18 = {instancePath:instancePath+"/availability/minimum_repos",schemaPath:"#/properties/availability/anyOf/1/properties/minimum_repos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema89.properties.availability.anyOf[1].properties.minimum_repos,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema89.properties.availability.anyOf[1].type,parentSchema:schema89.properties.availability.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err20 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema89.properties.availability.anyOf,parentSchema:schema89.properties.availability,data:data3};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.consecutive_success_limit !== undefined){
let data5 = data.consecutive_success_limit;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err21 = {instancePath:instancePath+"/consecutive_success_limit",schemaPath:"#/properties/consecutive_success_limit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema89.properties.consecutive_success_limit.type,parentSchema:schema89.properties.consecutive_success_limit,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1000 || isNaN(data5)){
const err22 = {instancePath:instancePath+"/consecutive_success_limit",schemaPath:"#/properties/consecutive_success_limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema89.properties.consecutive_success_limit,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err23 = {instancePath:instancePath+"/consecutive_success_limit",schemaPath:"#/properties/consecutive_success_limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema89.properties.consecutive_success_limit,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.on_missing !== undefined){
let data6 = data.on_missing;
if(!((data6 === "hold") || (data6 === "fail"))){
const err24 = {instancePath:instancePath+"/on_missing",schemaPath:"#/properties/on_missing/enum",keyword:"enum",params:{allowedValues: schema89.properties.on_missing.enum},message:"must be equal to one of the allowed values",schema:schema89.properties.on_missing.enum,parentSchema:schema89.properties.on_missing,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.max_age !== undefined){
let data7 = data.max_age;
if(typeof data7 === "string"){
if(!pattern21.test(data7)){
const err25 = {instancePath:instancePath+"/max_age",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema91,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/max_age",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.type,parentSchema:schema91,data:data7};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.start_deadline !== undefined){
let data8 = data.start_deadline;
if(typeof data8 === "string"){
if(!pattern21.test(data8)){
const err27 = {instancePath:instancePath+"/start_deadline",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema91,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/start_deadline",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.type,parentSchema:schema91,data:data8};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.close_deadline !== undefined){
let data9 = data.close_deadline;
if(typeof data9 === "string"){
if(!pattern21.test(data9)){
const err29 = {instancePath:instancePath+"/close_deadline",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema91,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/close_deadline",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.type,parentSchema:schema91,data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.complete_when !== undefined){
let data10 = data.complete_when;
if(!((data10 === "closed") || (data10 === "prepared"))){
const err31 = {instancePath:instancePath+"/complete_when",schemaPath:"#/properties/complete_when/enum",keyword:"enum",params:{allowedValues: schema89.properties.complete_when.enum},message:"must be equal to one of the allowed values",schema:schema89.properties.complete_when.enum,parentSchema:schema89.properties.complete_when,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.min_quality !== undefined){
let data11 = data.min_quality;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1 || isNaN(data11)){
const err32 = {instancePath:instancePath+"/min_quality",schemaPath:"#/properties/min_quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema89.properties.min_quality,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err33 = {instancePath:instancePath+"/min_quality",schemaPath:"#/properties/min_quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema89.properties.min_quality,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/min_quality",schemaPath:"#/properties/min_quality/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema89.properties.min_quality.type,parentSchema:schema89.properties.min_quality,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.evidence !== undefined){
let data12 = data.evidence;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.accept === undefined){
const err35 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/required",keyword:"required",params:{missingProperty: "accept"},message:"must have required property '"+"accept"+"'",schema:schema89.properties.evidence.required,parentSchema:schema89.properties.evidence,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key2 in data12){
if(!((key2 === "accept") || (pattern4.test(key2)))){
const err36 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema89.properties.evidence,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data12.accept !== undefined){
let data13 = data12.accept;
if(Array.isArray(data13)){
if(data13.length < 1){
const err37 = {instancePath:instancePath+"/evidence/accept",schemaPath:"#/properties/evidence/properties/accept/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema89.properties.evidence.properties.accept,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(!((((data14 === "verified") || (data14 === "ci")) || (data14 === "human")) || (data14 === "self"))){
const err38 = {instancePath:instancePath+"/evidence/accept/" + i0,schemaPath:"#/properties/evidence/properties/accept/items/enum",keyword:"enum",params:{allowedValues: schema89.properties.evidence.properties.accept.items.enum},message:"must be equal to one of the allowed values",schema:schema89.properties.evidence.properties.accept.items.enum,parentSchema:schema89.properties.evidence.properties.accept.items,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/evidence/accept",schemaPath:"#/properties/evidence/properties/accept/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema89.properties.evidence.properties.accept.type,parentSchema:schema89.properties.evidence.properties.accept,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema89.properties.evidence.type,parentSchema:schema89.properties.evidence,data:data12};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.enforcement !== undefined){
let data15 = data.enforcement;
if(!((data15 === "enforce") || (data15 === "dry_run"))){
const err41 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/enum",keyword:"enum",params:{allowedValues: schema89.properties.enforcement.enum},message:"must be equal to one of the allowed values",schema:schema89.properties.enforcement.enum,parentSchema:schema89.properties.enforcement,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema89.type,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema94 = {"description":"Who must agree to a promotion.","type":"object","additionalProperties":false,"required":["name","approvers","min_approvals"],"properties":{"name":{"$ref":"#/$defs/slug"},"approvers":{"description":"People who may.","type":"array","items":{"description":"One person.","type":"object","additionalProperties":false,"required":["user"],"properties":{"user":{"description":"A user of coulomb.yaml.","$ref":"#/$defs/slug"},"required":{"description":"Whether nobody else can stand in.","type":"boolean"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"minItems":1},"min_approvals":{"description":"How many.","type":"integer","minimum":1,"maximum":50},"distinct_from":{"description":"Roles in the attempt that do not count.","type":"array","items":{"description":"A role.","enum":["author","evidence_recorder"]}},"bind_to":{"description":"What an approval is for, exactly.","type":"array","items":{"description":"A digest.","enum":["head","evidence","policy"]}},"valid_for":{"description":"How long an approval lasts.","$ref":"#/$defs/duration"},"require_reason":{"description":"Whether an approval needs words.","type":"boolean"},"allow_unsigned":{"description":"Plain git only: whether an unsigned approval counts.","type":"boolean"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate36.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema94.required,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.approvers === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "approvers"},message:"must have required property '"+"approvers"+"'",schema:schema94.required,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.min_approvals === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "min_approvals"},message:"must have required property '"+"min_approvals"+"'",schema:schema94.required,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((((((key0 === "name") || (key0 === "approvers")) || (key0 === "min_approvals")) || (key0 === "distinct_from")) || (key0 === "bind_to")) || (key0 === "valid_for")) || (key0 === "require_reason")) || (key0 === "allow_unsigned")) || (pattern4.test(key0)))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern5.test(data0)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema78.type,parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.approvers !== undefined){
let data1 = data.approvers;
if(Array.isArray(data1)){
if(data1.length < 1){
const err7 = {instancePath:instancePath+"/approvers",schemaPath:"#/properties/approvers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema94.properties.approvers,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.user === undefined){
const err8 = {instancePath:instancePath+"/approvers/" + i0,schemaPath:"#/properties/approvers/items/required",keyword:"required",params:{missingProperty: "user"},message:"must have required property '"+"user"+"'",schema:schema94.properties.approvers.items.required,parentSchema:schema94.properties.approvers.items,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "user") || (key1 === "required")) || (pattern4.test(key1)))){
const err9 = {instancePath:instancePath+"/approvers/" + i0,schemaPath:"#/properties/approvers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema94.properties.approvers.items,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.user !== undefined){
let data3 = data2.user;
if(typeof data3 === "string"){
if(func2(data3) > 80){
const err10 = {instancePath:instancePath+"/approvers/" + i0+"/user",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema78,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern5.test(data3)){
const err11 = {instancePath:instancePath+"/approvers/" + i0+"/user",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema78,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/approvers/" + i0+"/user",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema78.type,parentSchema:schema78,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.required !== undefined){
let data4 = data2.required;
if(typeof data4 !== "boolean"){
const err13 = {instancePath:instancePath+"/approvers/" + i0+"/required",schemaPath:"#/properties/approvers/items/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema94.properties.approvers.items.properties.required.type,parentSchema:schema94.properties.approvers.items.properties.required,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/approvers/" + i0,schemaPath:"#/properties/approvers/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema94.properties.approvers.items.type,parentSchema:schema94.properties.approvers.items,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/approvers",schemaPath:"#/properties/approvers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema94.properties.approvers.type,parentSchema:schema94.properties.approvers,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.min_approvals !== undefined){
let data5 = data.min_approvals;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err16 = {instancePath:instancePath+"/min_approvals",schemaPath:"#/properties/min_approvals/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema94.properties.min_approvals.type,parentSchema:schema94.properties.min_approvals,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 50 || isNaN(data5)){
const err17 = {instancePath:instancePath+"/min_approvals",schemaPath:"#/properties/min_approvals/maximum",keyword:"maximum",params:{comparison: "<=", limit: 50},message:"must be <= 50",schema:50,parentSchema:schema94.properties.min_approvals,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err18 = {instancePath:instancePath+"/min_approvals",schemaPath:"#/properties/min_approvals/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema94.properties.min_approvals,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.distinct_from !== undefined){
let data6 = data.distinct_from;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(!((data7 === "author") || (data7 === "evidence_recorder"))){
const err19 = {instancePath:instancePath+"/distinct_from/" + i1,schemaPath:"#/properties/distinct_from/items/enum",keyword:"enum",params:{allowedValues: schema94.properties.distinct_from.items.enum},message:"must be equal to one of the allowed values",schema:schema94.properties.distinct_from.items.enum,parentSchema:schema94.properties.distinct_from.items,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/distinct_from",schemaPath:"#/properties/distinct_from/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema94.properties.distinct_from.type,parentSchema:schema94.properties.distinct_from,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.bind_to !== undefined){
let data8 = data.bind_to;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(!(((data9 === "head") || (data9 === "evidence")) || (data9 === "policy"))){
const err21 = {instancePath:instancePath+"/bind_to/" + i2,schemaPath:"#/properties/bind_to/items/enum",keyword:"enum",params:{allowedValues: schema94.properties.bind_to.items.enum},message:"must be equal to one of the allowed values",schema:schema94.properties.bind_to.items.enum,parentSchema:schema94.properties.bind_to.items,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/bind_to",schemaPath:"#/properties/bind_to/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema94.properties.bind_to.type,parentSchema:schema94.properties.bind_to,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.valid_for !== undefined){
let data10 = data.valid_for;
if(typeof data10 === "string"){
if(!pattern21.test(data10)){
const err23 = {instancePath:instancePath+"/valid_for",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema91,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/valid_for",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.type,parentSchema:schema91,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.require_reason !== undefined){
let data11 = data.require_reason;
if(typeof data11 !== "boolean"){
const err25 = {instancePath:instancePath+"/require_reason",schemaPath:"#/properties/require_reason/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema94.properties.require_reason.type,parentSchema:schema94.properties.require_reason,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.allow_unsigned !== undefined){
let data12 = data.allow_unsigned;
if(typeof data12 !== "boolean"){
const err26 = {instancePath:instancePath+"/allow_unsigned",schemaPath:"#/properties/allow_unsigned/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema94.properties.allow_unsigned.type,parentSchema:schema94.properties.allow_unsigned,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema94.type,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}
validate36.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema98 = {"description":"One window.","type":"object","additionalProperties":false,"required":["name","kind","cron","duration"],"properties":{"name":{"$ref":"#/$defs/slug"},"kind":{"description":"Whether it opens or closes.","enum":["allow","deny"]},"cron":{"description":"When it starts.","$ref":"#/$defs/cron"},"duration":{"description":"How long it lasts, as elapsed time.","$ref":"#/$defs/duration"},"applies_to":{"description":"What it holds for. Default promotion.","type":"array","items":{"description":"A kind of work.","enum":["promotion","reconcile"]}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate38.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema98.required,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema98.required,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.cron === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cron"},message:"must have required property '"+"cron"+"'",schema:schema98.required,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.duration === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "duration"},message:"must have required property '"+"duration"+"'",schema:schema98.required,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "kind")) || (key0 === "cron")) || (key0 === "duration")) || (key0 === "applies_to")) || (pattern4.test(key0)))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern5.test(data0)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema78.type,parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(!((data1 === "allow") || (data1 === "deny"))){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema98.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema98.properties.kind.enum,parentSchema:schema98.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.cron !== undefined){
let data2 = data.cron;
if(typeof data2 === "string"){
if(func2(data2) > 200){
const err9 = {instancePath:instancePath+"/cron",schemaPath:"#/$defs/cron/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema86,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func2(data2) < 1){
const err10 = {instancePath:instancePath+"/cron",schemaPath:"#/$defs/cron/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema86,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/cron",schemaPath:"#/$defs/cron/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.type,parentSchema:schema86,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.duration !== undefined){
let data3 = data.duration;
if(typeof data3 === "string"){
if(!pattern21.test(data3)){
const err12 = {instancePath:instancePath+"/duration",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema91,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/duration",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.type,parentSchema:schema91,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.applies_to !== undefined){
let data4 = data.applies_to;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(!((data5 === "promotion") || (data5 === "reconcile"))){
const err14 = {instancePath:instancePath+"/applies_to/" + i0,schemaPath:"#/properties/applies_to/items/enum",keyword:"enum",params:{allowedValues: schema98.properties.applies_to.items.enum},message:"must be equal to one of the allowed values",schema:schema98.properties.applies_to.items.enum,parentSchema:schema98.properties.applies_to.items,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/applies_to",schemaPath:"#/properties/applies_to/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema98.properties.applies_to.type,parentSchema:schema98.properties.applies_to,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema98.type,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}
validate38.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema102 = {"description":"One wave.","type":"object","additionalProperties":false,"required":["name","select"],"properties":{"name":{"$ref":"#/$defs/slug"},"select":{"description":"Which repos.","type":"object","additionalProperties":false,"required":["wave"],"properties":{"wave":{"description":"Wave of the roster entry.","type":"integer","minimum":0,"maximum":99}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"required_soak_cycles":{"description":"Cycles that must succeed before the next wave.","type":"integer","minimum":0,"maximum":1000},"max_concurrency":{"description":"Repos changed at once.","type":"integer","minimum":1,"maximum":10000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate40.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.select === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "select"},message:"must have required property '"+"select"+"'",schema:schema102.required,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "select")) || (key0 === "required_soak_cycles")) || (key0 === "max_concurrency")) || (pattern4.test(key0)))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern5.test(data0)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema78.type,parentSchema:schema78,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.select !== undefined){
let data1 = data.select;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.wave === undefined){
const err6 = {instancePath:instancePath+"/select",schemaPath:"#/properties/select/required",keyword:"required",params:{missingProperty: "wave"},message:"must have required property '"+"wave"+"'",schema:schema102.properties.select.required,parentSchema:schema102.properties.select,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "wave") || (pattern4.test(key1)))){
const err7 = {instancePath:instancePath+"/select",schemaPath:"#/properties/select/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema102.properties.select,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.wave !== undefined){
let data2 = data1.wave;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err8 = {instancePath:instancePath+"/select/wave",schemaPath:"#/properties/select/properties/wave/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.select.properties.wave.type,parentSchema:schema102.properties.select.properties.wave,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 99 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/select/wave",schemaPath:"#/properties/select/properties/wave/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema102.properties.select.properties.wave,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/select/wave",schemaPath:"#/properties/select/properties/wave/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.select.properties.wave,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
else {
const err11 = {instancePath:instancePath+"/select",schemaPath:"#/properties/select/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.properties.select.type,parentSchema:schema102.properties.select,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.required_soak_cycles !== undefined){
let data3 = data.required_soak_cycles;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err12 = {instancePath:instancePath+"/required_soak_cycles",schemaPath:"#/properties/required_soak_cycles/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.required_soak_cycles.type,parentSchema:schema102.properties.required_soak_cycles,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1000 || isNaN(data3)){
const err13 = {instancePath:instancePath+"/required_soak_cycles",schemaPath:"#/properties/required_soak_cycles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema102.properties.required_soak_cycles,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err14 = {instancePath:instancePath+"/required_soak_cycles",schemaPath:"#/properties/required_soak_cycles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.required_soak_cycles,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.max_concurrency !== undefined){
let data4 = data.max_concurrency;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err15 = {instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.max_concurrency.type,parentSchema:schema102.properties.max_concurrency,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10000 || isNaN(data4)){
const err16 = {instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema102.properties.max_concurrency,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err17 = {instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema102.properties.max_concurrency,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.type,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}
validate40.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:cadence" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate29.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema77.required,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.loop === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "loop"},message:"must have required property '"+"loop"+"'",schema:schema77.required,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.timezone === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timezone"},message:"must have required property '"+"timezone"+"'",schema:schema77.required,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.steps === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},message:"must have required property '"+"steps"+"'",schema:schema77.required,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.phases === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phases"},message:"must have required property '"+"phases"+"'",schema:schema77.required,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema77.properties, key0)) || (pattern4.test(key0)))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.schema_version !== undefined){
let data0 = data.schema_version;
if("cadence/v1" !== data0){
const err6 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "cadence/v1"},message:"must be equal to constant",schema:"cadence/v1",parentSchema:schema77.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.loop !== undefined){
let data1 = data.loop;
if(typeof data1 === "string"){
if(func2(data1) > 80){
const err7 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema78,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern5.test(data1)){
const err8 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema78,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema78.type,parentSchema:schema78,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.timezone !== undefined){
let data2 = data.timezone;
if(typeof data2 === "string"){
if(func2(data2) > 64){
const err10 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema79,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func2(data2) < 1){
const err11 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema79,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.type,parentSchema:schema79,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.steps !== undefined){
let data3 = data.steps;
if(Array.isArray(data3)){
if(data3.length < 1){
const err13 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema77.properties.steps,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func2(data4) > 80){
const err14 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/$defs/agent_name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema80,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern10.test(data4)){
const err15 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/$defs/agent_name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9_-]*$"+"\"",schema:"^[a-z0-9][a-z0-9_-]*$",parentSchema:schema80,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/steps/" + i0,schemaPath:"#/$defs/agent_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema80.type,parentSchema:schema80,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data3[i1], data3[j0])){
const err17 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema77.properties.steps,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.steps.type,parentSchema:schema77.properties.steps,data:data3};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.phases !== undefined){
let data5 = data.phases;
if(Array.isArray(data5)){
if(data5.length < 1){
const err19 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema77.properties.phases,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
if(!(validate30(data5[i2], {instancePath:instancePath+"/phases/" + i2,parentData:data5,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.phases.type,parentSchema:schema77.properties.phases,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.analyses !== undefined){
let data7 = data.analyses;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i3=0; i3<len2; i3++){
if(!(validate34(data7[i3], {instancePath:instancePath+"/analyses/" + i3,parentData:data7,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath:instancePath+"/analyses",schemaPath:"#/properties/analyses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.analyses.type,parentSchema:schema77.properties.analyses,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.approvals !== undefined){
let data9 = data.approvals;
if(Array.isArray(data9)){
const len3 = data9.length;
for(let i4=0; i4<len3; i4++){
if(!(validate36(data9[i4], {instancePath:instancePath+"/approvals/" + i4,parentData:data9,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
const err22 = {instancePath:instancePath+"/approvals",schemaPath:"#/properties/approvals/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.approvals.type,parentSchema:schema77.properties.approvals,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.promotion_windows !== undefined){
let data11 = data.promotion_windows;
if(Array.isArray(data11)){
const len4 = data11.length;
for(let i5=0; i5<len4; i5++){
if(!(validate38(data11[i5], {instancePath:instancePath+"/promotion_windows/" + i5,parentData:data11,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err23 = {instancePath:instancePath+"/promotion_windows",schemaPath:"#/properties/promotion_windows/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.promotion_windows.type,parentSchema:schema77.properties.promotion_windows,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.waves !== undefined){
let data13 = data.waves;
if(Array.isArray(data13)){
const len5 = data13.length;
for(let i6=0; i6<len5; i6++){
if(!(validate40(data13[i6], {instancePath:instancePath+"/waves/" + i6,parentData:data13,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/waves",schemaPath:"#/properties/waves/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.waves.type,parentSchema:schema77.properties.waves,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.auto_rollback !== undefined){
let data15 = data.auto_rollback;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.on === undefined){
const err25 = {instancePath:instancePath+"/auto_rollback",schemaPath:"#/properties/auto_rollback/required",keyword:"required",params:{missingProperty: "on"},message:"must have required property '"+"on"+"'",schema:schema77.properties.auto_rollback.required,parentSchema:schema77.properties.auto_rollback,data:data15};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data15.within_cycles === undefined){
const err26 = {instancePath:instancePath+"/auto_rollback",schemaPath:"#/properties/auto_rollback/required",keyword:"required",params:{missingProperty: "within_cycles"},message:"must have required property '"+"within_cycles"+"'",schema:schema77.properties.auto_rollback.required,parentSchema:schema77.properties.auto_rollback,data:data15};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data15.to === undefined){
const err27 = {instancePath:instancePath+"/auto_rollback",schemaPath:"#/properties/auto_rollback/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'",schema:schema77.properties.auto_rollback.required,parentSchema:schema77.properties.auto_rollback,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key1 in data15){
if(!((((((key1 === "on") || (key1 === "within_cycles")) || (key1 === "to")) || (key1 === "hold")) || (key1 === "cooldown_cycles")) || (pattern4.test(key1)))){
const err28 = {instancePath:instancePath+"/auto_rollback",schemaPath:"#/properties/auto_rollback/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema77.properties.auto_rollback,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data15.on !== undefined){
let data16 = data15.on;
if(Array.isArray(data16)){
const len6 = data16.length;
for(let i7=0; i7<len6; i7++){
let data17 = data16[i7];
if(!((data17 === "failure") || (data17 === "inconclusive"))){
const err29 = {instancePath:instancePath+"/auto_rollback/on/" + i7,schemaPath:"#/properties/auto_rollback/properties/on/items/enum",keyword:"enum",params:{allowedValues: schema77.properties.auto_rollback.properties.on.items.enum},message:"must be equal to one of the allowed values",schema:schema77.properties.auto_rollback.properties.on.items.enum,parentSchema:schema77.properties.auto_rollback.properties.on.items,data:data17};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/auto_rollback/on",schemaPath:"#/properties/auto_rollback/properties/on/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.auto_rollback.properties.on.type,parentSchema:schema77.properties.auto_rollback.properties.on,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data15.within_cycles !== undefined){
let data18 = data15.within_cycles;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err31 = {instancePath:instancePath+"/auto_rollback/within_cycles",schemaPath:"#/properties/auto_rollback/properties/within_cycles/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema77.properties.auto_rollback.properties.within_cycles.type,parentSchema:schema77.properties.auto_rollback.properties.within_cycles,data:data18};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 1000 || isNaN(data18)){
const err32 = {instancePath:instancePath+"/auto_rollback/within_cycles",schemaPath:"#/properties/auto_rollback/properties/within_cycles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema77.properties.auto_rollback.properties.within_cycles,data:data18};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data18 < 1 || isNaN(data18)){
const err33 = {instancePath:instancePath+"/auto_rollback/within_cycles",schemaPath:"#/properties/auto_rollback/properties/within_cycles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema77.properties.auto_rollback.properties.within_cycles,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data15.to !== undefined){
let data19 = data15.to;
if(!((data19 === "last_stable") || (data19 === "previous"))){
const err34 = {instancePath:instancePath+"/auto_rollback/to",schemaPath:"#/properties/auto_rollback/properties/to/enum",keyword:"enum",params:{allowedValues: schema77.properties.auto_rollback.properties.to.enum},message:"must be equal to one of the allowed values",schema:schema77.properties.auto_rollback.properties.to.enum,parentSchema:schema77.properties.auto_rollback.properties.to,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data15.hold !== undefined){
let data20 = data15.hold;
if(typeof data20 !== "boolean"){
const err35 = {instancePath:instancePath+"/auto_rollback/hold",schemaPath:"#/properties/auto_rollback/properties/hold/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema77.properties.auto_rollback.properties.hold.type,parentSchema:schema77.properties.auto_rollback.properties.hold,data:data20};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data15.cooldown_cycles !== undefined){
let data21 = data15.cooldown_cycles;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err36 = {instancePath:instancePath+"/auto_rollback/cooldown_cycles",schemaPath:"#/properties/auto_rollback/properties/cooldown_cycles/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema77.properties.auto_rollback.properties.cooldown_cycles.type,parentSchema:schema77.properties.auto_rollback.properties.cooldown_cycles,data:data21};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000 || isNaN(data21)){
const err37 = {instancePath:instancePath+"/auto_rollback/cooldown_cycles",schemaPath:"#/properties/auto_rollback/properties/cooldown_cycles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema77.properties.auto_rollback.properties.cooldown_cycles,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err38 = {instancePath:instancePath+"/auto_rollback/cooldown_cycles",schemaPath:"#/properties/auto_rollback/properties/cooldown_cycles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema77.properties.auto_rollback.properties.cooldown_cycles,data:data21};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
}
else {
const err39 = {instancePath:instancePath+"/auto_rollback",schemaPath:"#/properties/auto_rollback/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema77.properties.auto_rollback.type,parentSchema:schema77.properties.auto_rollback,data:data15};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.ownership !== undefined){
let data22 = data.ownership;
if(Array.isArray(data22)){
const len7 = data22.length;
for(let i8=0; i8<len7; i8++){
let data23 = data22[i8];
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.path === undefined){
const err40 = {instancePath:instancePath+"/ownership/" + i8,schemaPath:"#/properties/ownership/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema77.properties.ownership.items.required,parentSchema:schema77.properties.ownership.items,data:data23};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data23.class === undefined){
const err41 = {instancePath:instancePath+"/ownership/" + i8,schemaPath:"#/properties/ownership/items/required",keyword:"required",params:{missingProperty: "class"},message:"must have required property '"+"class"+"'",schema:schema77.properties.ownership.items.required,parentSchema:schema77.properties.ownership.items,data:data23};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key2 in data23){
if(!(((key2 === "path") || (key2 === "class")) || (pattern4.test(key2)))){
const err42 = {instancePath:instancePath+"/ownership/" + i8,schemaPath:"#/properties/ownership/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema77.properties.ownership.items,data:data23};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data23.path !== undefined){
let data24 = data23.path;
if(typeof data24 === "string"){
if(func2(data24) > 2000){
const err43 = {instancePath:instancePath+"/ownership/" + i8+"/path",schemaPath:"#/properties/ownership/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema77.properties.ownership.items.properties.path,data:data24};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(func2(data24) < 1){
const err44 = {instancePath:instancePath+"/ownership/" + i8+"/path",schemaPath:"#/properties/ownership/items/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema77.properties.ownership.items.properties.path,data:data24};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(!pattern86.test(data24)){
const err45 = {instancePath:instancePath+"/ownership/" + i8+"/path",schemaPath:"#/properties/ownership/items/properties/path/pattern",keyword:"pattern",params:{pattern: "^/"},message:"must match pattern \""+"^/"+"\"",schema:"^/",parentSchema:schema77.properties.ownership.items.properties.path,data:data24};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/ownership/" + i8+"/path",schemaPath:"#/properties/ownership/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema77.properties.ownership.items.properties.path.type,parentSchema:schema77.properties.ownership.items.properties.path,data:data24};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data23.class !== undefined){
let data25 = data23.class;
if(!(((data25 === "enforced") || (data25 === "overridable")) || (data25 === "seed"))){
const err47 = {instancePath:instancePath+"/ownership/" + i8+"/class",schemaPath:"#/properties/ownership/items/properties/class/enum",keyword:"enum",params:{allowedValues: schema77.properties.ownership.items.properties.class.enum},message:"must be equal to one of the allowed values",schema:schema77.properties.ownership.items.properties.class.enum,parentSchema:schema77.properties.ownership.items.properties.class,data:data25};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/ownership/" + i8,schemaPath:"#/properties/ownership/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema77.properties.ownership.items.type,parentSchema:schema77.properties.ownership.items,data:data23};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/ownership",schemaPath:"#/properties/ownership/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.ownership.type,parentSchema:schema77.properties.ownership,data:data22};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.adoption !== undefined){
let data26 = data.adoption;
if(!(((data26 === "if_identical") || (data26 === "refuse")) || (data26 === "takeover"))){
const err50 = {instancePath:instancePath+"/adoption",schemaPath:"#/properties/adoption/enum",keyword:"enum",params:{allowedValues: schema77.properties.adoption.enum},message:"must be equal to one of the allowed values",schema:schema77.properties.adoption.enum,parentSchema:schema77.properties.adoption,data:data26};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.on_drift !== undefined){
let data27 = data.on_drift;
if(!((data27 === "propose") || (data27 === "show"))){
const err51 = {instancePath:instancePath+"/on_drift",schemaPath:"#/properties/on_drift/enum",keyword:"enum",params:{allowedValues: schema77.properties.on_drift.enum},message:"must be equal to one of the allowed values",schema:schema77.properties.on_drift.enum,parentSchema:schema77.properties.on_drift,data:data27};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.removed_agents !== undefined){
let data28 = data.removed_agents;
if(Array.isArray(data28)){
const len8 = data28.length;
for(let i9=0; i9<len8; i9++){
let data29 = data28[i9];
if(typeof data29 === "string"){
if(func2(data29) > 80){
const err52 = {instancePath:instancePath+"/removed_agents/" + i9,schemaPath:"#/$defs/agent_name/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema80,data:data29};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(!pattern10.test(data29)){
const err53 = {instancePath:instancePath+"/removed_agents/" + i9,schemaPath:"#/$defs/agent_name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9_-]*$"+"\"",schema:"^[a-z0-9][a-z0-9_-]*$",parentSchema:schema80,data:data29};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/removed_agents/" + i9,schemaPath:"#/$defs/agent_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema80.type,parentSchema:schema80,data:data29};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/removed_agents",schemaPath:"#/properties/removed_agents/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema77.properties.removed_agents.type,parentSchema:schema77.properties.removed_agents,data:data28};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.suspend !== undefined){
let data30 = data.suspend;
const _errs58 = errors;
let valid26 = false;
const _errs59 = errors;
if(typeof data30 !== "boolean"){
const err56 = {instancePath:instancePath+"/suspend",schemaPath:"#/properties/suspend/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema77.properties.suspend.anyOf[0].type,parentSchema:schema77.properties.suspend.anyOf[0],data:data30};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
var _valid0 = _errs59 === errors;
valid26 = valid26 || _valid0;
const _errs61 = errors;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.reason === undefined){
const err57 = {instancePath:instancePath+"/suspend",schemaPath:"#/properties/suspend/anyOf/1/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema77.properties.suspend.anyOf[1].required,parentSchema:schema77.properties.suspend.anyOf[1],data:data30};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
for(const key3 in data30){
if(!((key3 === "reason") || (key3 === "until"))){
const err58 = {instancePath:instancePath+"/suspend",schemaPath:"#/properties/suspend/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema77.properties.suspend.anyOf[1],data:data30};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data30.reason !== undefined){
let data31 = data30.reason;
if(typeof data31 === "string"){
if(func2(data31) > 2000){
const err59 = {instancePath:instancePath+"/suspend/reason",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema105,data:data31};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(func2(data31) < 1){
const err60 = {instancePath:instancePath+"/suspend/reason",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema105,data:data31};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/suspend/reason",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema105.type,parentSchema:schema105,data:data31};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data30.until !== undefined){
let data32 = data30.until;
if(typeof data32 === "string"){
if(!pattern14.test(data32)){
const err62 = {instancePath:instancePath+"/suspend/until",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema106,data:data32};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/suspend/until",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.type,parentSchema:schema106,data:data32};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/suspend",schemaPath:"#/properties/suspend/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema77.properties.suspend.anyOf[1].type,parentSchema:schema77.properties.suspend.anyOf[1],data:data30};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
var _valid0 = _errs61 === errors;
valid26 = valid26 || _valid0;
if(!valid26){
const err65 = {instancePath:instancePath+"/suspend",schemaPath:"#/properties/suspend/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema77.properties.suspend.anyOf,parentSchema:schema77.properties.suspend,data:data30};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
else {
errors = _errs58;
if(vErrors !== null){
if(_errs58){
vErrors.length = _errs58;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err66 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema77.type,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const coulomb = validate42;
const schema107 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:coulomb","title":"Coulomb","description":"coulomb.yaml: the configuration of an ops repo.","type":"object","additionalProperties":false,"required":["schema_version","installation","timezone","forges","ops_repo"],"properties":{"schema_version":{"description":"Version of this format. A reader refuses a newer major.","const":"coulomb/v1"},"installation":{"description":"Who we are in branch names and markers; two installations never touch each other's proposals.","type":"string","pattern":"^[a-z0-9]+(?:-[a-z0-9]+)*$","maxLength":40,"x-expect":"a lower-case word of letters, digits and '-', such as coulomb-loop"},"timezone":{"description":"Time zone for everything that names none.","$ref":"#/$defs/zone"},"forges":{"description":"Where repositories live.","type":"array","items":{"$ref":"#/$defs/forge"},"minItems":1},"state_hub":{"description":"The state hub: a service by url, or an embedded one in a folder.","type":"object","additionalProperties":false,"properties":{"url":{"description":"Base address of the hub.","type":"string","pattern":"^https?://","x-expect":"an http or https address"},"token":{"$ref":"#/$defs/secret"},"data_dir":{"description":"Folder of an embedded hub, relative to coulomb.yaml.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"paths":{"description":"Where the files of the ops repo are, as globs relative to coulomb.yaml.","type":"object","additionalProperties":false,"properties":{"loops":{"description":"Folders of loops.","type":"array","items":{"description":"A glob.","type":"string","minLength":1,"maxLength":2000,"pattern":"^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$","x-expect":"a pattern below coulomb.yaml, such as loops/*, without '..'"}},"workplans":{"description":"Workplan files.","type":"array","items":{"description":"A glob.","type":"string","minLength":1,"maxLength":2000,"pattern":"^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$","x-expect":"a pattern below coulomb.yaml, such as loops/*, without '..'"}},"activity_definitions":{"description":"Activity definition files.","type":"array","items":{"description":"A glob.","type":"string","minLength":1,"maxLength":2000,"pattern":"^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$","x-expect":"a pattern below coulomb.yaml, such as loops/*, without '..'"}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"limits":{"description":"Bounds that hold for every run.","type":"object","additionalProperties":false,"properties":{"concurrency":{"description":"Repositories worked on at once. Default 8.","type":"integer","minimum":1,"maximum":64},"proposals_per_hour":{"description":"Proposals opened an hour on each forge. Default 60.","type":"integer","minimum":1,"maximum":500},"proposals_burst":{"description":"Proposals opened at once on one forge before pacing begins. Default 5.","type":"integer","minimum":1,"maximum":1000},"max_removal_percent":{"description":"Share of a loop that one run may take away without being asked. Default 20.","type":"integer","minimum":0,"maximum":100}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"ops_repo":{"description":"This repo, as its forge knows it. Its state branch keeps what was last seen in sync.","type":"object","additionalProperties":false,"required":["forge","owner","repo"],"properties":{"forge":{"description":"Name of a forge declared above.","$ref":"#/$defs/slug"},"owner":{"$ref":"#/$defs/repo_name"},"repo":{"$ref":"#/$defs/repo_name"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"people":{"description":"Who is who across forges, keys and agents' records.","type":"array","items":{"$ref":"#/$defs/person"}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"forge":{"description":"One forge.","type":"object","additionalProperties":false,"required":["name","kind","url"],"properties":{"name":{"description":"Name that rosters use.","$ref":"#/$defs/slug"},"kind":{"description":"What it is. `git` is any repository that git can reach, without a server.","enum":["git","gitea","github"]},"url":{"description":"Base address, or for `git` a folder or URL that may hold {owner} and {repo}. Relative folders start at coulomb.yaml.","type":"string","minLength":1,"maxLength":2000},"owner":{"description":"Owner for entries that name none.","$ref":"#/$defs/repo_name"},"token":{"$ref":"#/$defs/secret"},"app":{"description":"A GitHub App instead of a token.","type":"object","additionalProperties":false,"required":["id","private_key"],"properties":{"id":{"description":"App id.","type":"integer","minimum":1,"maximum":2147483647},"installation_id":{"description":"Installation id; found by owner when absent.","type":"integer","minimum":1,"maximum":2147483647},"private_key":{"$ref":"#/$defs/secret"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"person":{"description":"One person.","type":"object","additionalProperties":false,"required":["user"],"properties":{"user":{"description":"Name used in policies.","$ref":"#/$defs/slug"},"logins":{"description":"Login on each forge, by the forge's name.","type":"object","additionalProperties":{"type":"string","minLength":1,"maxLength":100}},"emails":{"description":"E-mail addresses in commits.","type":"array","items":{"description":"An address.","type":"string","minLength":1,"maxLength":2000,"pattern":"^[^@\\s]+@[^@\\s]+$","x-expect":"an e-mail address"}},"keys":{"description":"SSH public keys, for signed approvals.","type":"array","items":{"description":"A key, as in authorized_keys.","type":"string","minLength":1,"maxLength":2000}},"actors":{"description":"Names under which this person's agents record evidence.","type":"array","items":{"description":"An actor.","type":"string","minLength":1,"maxLength":2000}},"roles":{"description":"Roles, such as regulator.","type":"array","items":{"$ref":"#/$defs/slug"}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"repo_name":{"description":"Name of a repository or its owner on a forge.","type":"string","pattern":"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$","maxLength":100,"x-expect":"a repository or owner name of letters, digits, '.', '-' and '_'"},"secret":{"description":"Where a secret comes from: an environment variable or a file. Never the secret itself.","type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"env":{"description":"Name of the environment variable.","type":"string","pattern":"^[A-Z_][A-Z0-9_]*$","x-expect":"the name of an environment variable, such as COULOMB_FORGE_TOKEN"},"file":{"description":"Path of a file that holds the secret.","type":"string","minLength":1}}},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"zone":{"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"}}};
const schema108 = {"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"};
const schema112 = {"description":"Where a secret comes from: an environment variable or a file. Never the secret itself.","type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"env":{"description":"Name of the environment variable.","type":"string","pattern":"^[A-Z_][A-Z0-9_]*$","x-expect":"the name of an environment variable, such as COULOMB_FORGE_TOKEN"},"file":{"description":"Path of a file that holds the secret.","type":"string","minLength":1}}};
const schema110 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema111 = {"description":"Name of a repository or its owner on a forge.","type":"string","pattern":"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$","maxLength":100,"x-expect":"a repository or owner name of letters, digits, '.', '-' and '_'"};
const pattern90 = new RegExp("^[a-z0-9]+(?:-[a-z0-9]+)*$", "u");
const pattern98 = new RegExp("^https?://", "u");
const pattern94 = new RegExp("^[A-Z_][A-Z0-9_]*$", "u");
const pattern101 = new RegExp("^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$", "u");
const pattern93 = new RegExp("^(?!\\.{1,2}$)[A-Za-z0-9._-]+$", "u");
const schema109 = {"description":"One forge.","type":"object","additionalProperties":false,"required":["name","kind","url"],"properties":{"name":{"description":"Name that rosters use.","$ref":"#/$defs/slug"},"kind":{"description":"What it is. `git` is any repository that git can reach, without a server.","enum":["git","gitea","github"]},"url":{"description":"Base address, or for `git` a folder or URL that may hold {owner} and {repo}. Relative folders start at coulomb.yaml.","type":"string","minLength":1,"maxLength":2000},"owner":{"description":"Owner for entries that name none.","$ref":"#/$defs/repo_name"},"token":{"$ref":"#/$defs/secret"},"app":{"description":"A GitHub App instead of a token.","type":"object","additionalProperties":false,"required":["id","private_key"],"properties":{"id":{"description":"App id.","type":"integer","minimum":1,"maximum":2147483647},"installation_id":{"description":"Installation id; found by owner when absent.","type":"integer","minimum":1,"maximum":2147483647},"private_key":{"$ref":"#/$defs/secret"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate43.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema109.required,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema109.required,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.url === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'",schema:schema109.required,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "name") || (key0 === "kind")) || (key0 === "url")) || (key0 === "owner")) || (key0 === "token")) || (key0 === "app")) || (pattern4.test(key0)))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema110,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern5.test(data0)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema110,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.type,parentSchema:schema110,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(!(((data1 === "git") || (data1 === "gitea")) || (data1 === "github"))){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema109.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema109.properties.kind.enum,parentSchema:schema109.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.url !== undefined){
let data2 = data.url;
if(typeof data2 === "string"){
if(func2(data2) > 2000){
const err8 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema109.properties.url,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(func2(data2) < 1){
const err9 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema109.properties.url,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema109.properties.url.type,parentSchema:schema109.properties.url,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.owner !== undefined){
let data3 = data.owner;
if(typeof data3 === "string"){
if(func2(data3) > 100){
const err11 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema111,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern93.test(data3)){
const err12 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema111,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.token !== undefined){
let data4 = data.token;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 1){
const err14 = {instancePath:instancePath+"/token",schemaPath:"#/$defs/secret/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema112,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(Object.keys(data4).length < 1){
const err15 = {instancePath:instancePath+"/token",schemaPath:"#/$defs/secret/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema112,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key1 in data4){
if(!((key1 === "env") || (key1 === "file"))){
const err16 = {instancePath:instancePath+"/token",schemaPath:"#/$defs/secret/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema112,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.env !== undefined){
let data5 = data4.env;
if(typeof data5 === "string"){
if(!pattern94.test(data5)){
const err17 = {instancePath:instancePath+"/token/env",schemaPath:"#/$defs/secret/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Z_][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z_][A-Z0-9_]*$"+"\"",schema:"^[A-Z_][A-Z0-9_]*$",parentSchema:schema112.properties.env,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/token/env",schemaPath:"#/$defs/secret/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.properties.env.type,parentSchema:schema112.properties.env,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data4.file !== undefined){
let data6 = data4.file;
if(typeof data6 === "string"){
if(func2(data6) < 1){
const err19 = {instancePath:instancePath+"/token/file",schemaPath:"#/$defs/secret/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema112.properties.file,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/token/file",schemaPath:"#/$defs/secret/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.properties.file.type,parentSchema:schema112.properties.file,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/token",schemaPath:"#/$defs/secret/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema112.type,parentSchema:schema112,data:data4};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.app !== undefined){
let data7 = data.app;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.id === undefined){
const err22 = {instancePath:instancePath+"/app",schemaPath:"#/properties/app/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema109.properties.app.required,parentSchema:schema109.properties.app,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data7.private_key === undefined){
const err23 = {instancePath:instancePath+"/app",schemaPath:"#/properties/app/required",keyword:"required",params:{missingProperty: "private_key"},message:"must have required property '"+"private_key"+"'",schema:schema109.properties.app.required,parentSchema:schema109.properties.app,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key2 in data7){
if(!((((key2 === "id") || (key2 === "installation_id")) || (key2 === "private_key")) || (pattern4.test(key2)))){
const err24 = {instancePath:instancePath+"/app",schemaPath:"#/properties/app/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema109.properties.app,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data7.id !== undefined){
let data8 = data7.id;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err25 = {instancePath:instancePath+"/app/id",schemaPath:"#/properties/app/properties/id/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema109.properties.app.properties.id.type,parentSchema:schema109.properties.app.properties.id,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 2147483647 || isNaN(data8)){
const err26 = {instancePath:instancePath+"/app/id",schemaPath:"#/properties/app/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema109.properties.app.properties.id,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err27 = {instancePath:instancePath+"/app/id",schemaPath:"#/properties/app/properties/id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema109.properties.app.properties.id,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data7.installation_id !== undefined){
let data9 = data7.installation_id;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err28 = {instancePath:instancePath+"/app/installation_id",schemaPath:"#/properties/app/properties/installation_id/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema109.properties.app.properties.installation_id.type,parentSchema:schema109.properties.app.properties.installation_id,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 2147483647 || isNaN(data9)){
const err29 = {instancePath:instancePath+"/app/installation_id",schemaPath:"#/properties/app/properties/installation_id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema109.properties.app.properties.installation_id,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9 < 1 || isNaN(data9)){
const err30 = {instancePath:instancePath+"/app/installation_id",schemaPath:"#/properties/app/properties/installation_id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema109.properties.app.properties.installation_id,data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data7.private_key !== undefined){
let data10 = data7.private_key;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length > 1){
const err31 = {instancePath:instancePath+"/app/private_key",schemaPath:"#/$defs/secret/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema112,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(Object.keys(data10).length < 1){
const err32 = {instancePath:instancePath+"/app/private_key",schemaPath:"#/$defs/secret/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema112,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key3 in data10){
if(!((key3 === "env") || (key3 === "file"))){
const err33 = {instancePath:instancePath+"/app/private_key",schemaPath:"#/$defs/secret/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema112,data:data10};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data10.env !== undefined){
let data11 = data10.env;
if(typeof data11 === "string"){
if(!pattern94.test(data11)){
const err34 = {instancePath:instancePath+"/app/private_key/env",schemaPath:"#/$defs/secret/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Z_][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z_][A-Z0-9_]*$"+"\"",schema:"^[A-Z_][A-Z0-9_]*$",parentSchema:schema112.properties.env,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/app/private_key/env",schemaPath:"#/$defs/secret/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.properties.env.type,parentSchema:schema112.properties.env,data:data11};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data10.file !== undefined){
let data12 = data10.file;
if(typeof data12 === "string"){
if(func2(data12) < 1){
const err36 = {instancePath:instancePath+"/app/private_key/file",schemaPath:"#/$defs/secret/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema112.properties.file,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/app/private_key/file",schemaPath:"#/$defs/secret/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.properties.file.type,parentSchema:schema112.properties.file,data:data12};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/app/private_key",schemaPath:"#/$defs/secret/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema112.type,parentSchema:schema112,data:data10};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/app",schemaPath:"#/properties/app/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema109.properties.app.type,parentSchema:schema109.properties.app,data:data7};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema109.type,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}
validate43.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema118 = {"description":"One person.","type":"object","additionalProperties":false,"required":["user"],"properties":{"user":{"description":"Name used in policies.","$ref":"#/$defs/slug"},"logins":{"description":"Login on each forge, by the forge's name.","type":"object","additionalProperties":{"type":"string","minLength":1,"maxLength":100}},"emails":{"description":"E-mail addresses in commits.","type":"array","items":{"description":"An address.","type":"string","minLength":1,"maxLength":2000,"pattern":"^[^@\\s]+@[^@\\s]+$","x-expect":"an e-mail address"}},"keys":{"description":"SSH public keys, for signed approvals.","type":"array","items":{"description":"A key, as in authorized_keys.","type":"string","minLength":1,"maxLength":2000}},"actors":{"description":"Names under which this person's agents record evidence.","type":"array","items":{"description":"An actor.","type":"string","minLength":1,"maxLength":2000}},"roles":{"description":"Roles, such as regulator.","type":"array","items":{"$ref":"#/$defs/slug"}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const pattern111 = new RegExp("^[^@\\s]+@[^@\\s]+$", "u");

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate45.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.user === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "user"},message:"must have required property '"+"user"+"'",schema:schema118.required,parentSchema:schema118,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "user") || (key0 === "logins")) || (key0 === "emails")) || (key0 === "keys")) || (key0 === "actors")) || (key0 === "roles")) || (pattern4.test(key0)))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema118,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.user !== undefined){
let data0 = data.user;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err2 = {instancePath:instancePath+"/user",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema110,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern5.test(data0)){
const err3 = {instancePath:instancePath+"/user",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema110,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/user",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.type,parentSchema:schema110,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.logins !== undefined){
let data1 = data.logins;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
let data2 = data1[key1];
if(typeof data2 === "string"){
if(func2(data2) > 100){
const err5 = {instancePath:instancePath+"/logins/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/logins/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema118.properties.logins.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func2(data2) < 1){
const err6 = {instancePath:instancePath+"/logins/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/logins/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema118.properties.logins.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/logins/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/logins/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema118.properties.logins.additionalProperties.type,parentSchema:schema118.properties.logins.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/logins",schemaPath:"#/properties/logins/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema118.properties.logins.type,parentSchema:schema118.properties.logins,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.emails !== undefined){
let data3 = data.emails;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func2(data4) > 2000){
const err9 = {instancePath:instancePath+"/emails/" + i0,schemaPath:"#/properties/emails/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema118.properties.emails.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func2(data4) < 1){
const err10 = {instancePath:instancePath+"/emails/" + i0,schemaPath:"#/properties/emails/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema118.properties.emails.items,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern111.test(data4)){
const err11 = {instancePath:instancePath+"/emails/" + i0,schemaPath:"#/properties/emails/items/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+$"},message:"must match pattern \""+"^[^@\\s]+@[^@\\s]+$"+"\"",schema:"^[^@\\s]+@[^@\\s]+$",parentSchema:schema118.properties.emails.items,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/emails/" + i0,schemaPath:"#/properties/emails/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema118.properties.emails.items.type,parentSchema:schema118.properties.emails.items,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/emails",schemaPath:"#/properties/emails/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema118.properties.emails.type,parentSchema:schema118.properties.emails,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.keys !== undefined){
let data5 = data.keys;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 === "string"){
if(func2(data6) > 2000){
const err14 = {instancePath:instancePath+"/keys/" + i1,schemaPath:"#/properties/keys/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema118.properties.keys.items,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func2(data6) < 1){
const err15 = {instancePath:instancePath+"/keys/" + i1,schemaPath:"#/properties/keys/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema118.properties.keys.items,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/keys/" + i1,schemaPath:"#/properties/keys/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema118.properties.keys.items.type,parentSchema:schema118.properties.keys.items,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema118.properties.keys.type,parentSchema:schema118.properties.keys,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.actors !== undefined){
let data7 = data.actors;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(typeof data8 === "string"){
if(func2(data8) > 2000){
const err18 = {instancePath:instancePath+"/actors/" + i2,schemaPath:"#/properties/actors/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema118.properties.actors.items,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func2(data8) < 1){
const err19 = {instancePath:instancePath+"/actors/" + i2,schemaPath:"#/properties/actors/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema118.properties.actors.items,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/actors/" + i2,schemaPath:"#/properties/actors/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema118.properties.actors.items.type,parentSchema:schema118.properties.actors.items,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/actors",schemaPath:"#/properties/actors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema118.properties.actors.type,parentSchema:schema118.properties.actors,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.roles !== undefined){
let data9 = data.roles;
if(Array.isArray(data9)){
const len3 = data9.length;
for(let i3=0; i3<len3; i3++){
let data10 = data9[i3];
if(typeof data10 === "string"){
if(func2(data10) > 80){
const err22 = {instancePath:instancePath+"/roles/" + i3,schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema110,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern5.test(data10)){
const err23 = {instancePath:instancePath+"/roles/" + i3,schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema110,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/roles/" + i3,schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.type,parentSchema:schema110,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema118.properties.roles.type,parentSchema:schema118.properties.roles,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema118.type,parentSchema:schema118,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}
validate45.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:coulomb" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema107.required,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.installation === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "installation"},message:"must have required property '"+"installation"+"'",schema:schema107.required,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.timezone === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timezone"},message:"must have required property '"+"timezone"+"'",schema:schema107.required,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.forges === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "forges"},message:"must have required property '"+"forges"+"'",schema:schema107.required,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.ops_repo === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ops_repo"},message:"must have required property '"+"ops_repo"+"'",schema:schema107.required,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema107.properties, key0)) || (pattern4.test(key0)))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.schema_version !== undefined){
let data0 = data.schema_version;
if("coulomb/v1" !== data0){
const err6 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "coulomb/v1"},message:"must be equal to constant",schema:"coulomb/v1",parentSchema:schema107.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.installation !== undefined){
let data1 = data.installation;
if(typeof data1 === "string"){
if(func2(data1) > 40){
const err7 = {instancePath:instancePath+"/installation",schemaPath:"#/properties/installation/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema107.properties.installation,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern90.test(data1)){
const err8 = {instancePath:instancePath+"/installation",schemaPath:"#/properties/installation/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:-[a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:-[a-z0-9]+)*$",parentSchema:schema107.properties.installation,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/installation",schemaPath:"#/properties/installation/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema107.properties.installation.type,parentSchema:schema107.properties.installation,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.timezone !== undefined){
let data2 = data.timezone;
if(typeof data2 === "string"){
if(func2(data2) > 64){
const err10 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func2(data2) < 1){
const err11 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema108.type,parentSchema:schema108,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.forges !== undefined){
let data3 = data.forges;
if(Array.isArray(data3)){
if(data3.length < 1){
const err13 = {instancePath:instancePath+"/forges",schemaPath:"#/properties/forges/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema107.properties.forges,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate43(data3[i0], {instancePath:instancePath+"/forges/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath:instancePath+"/forges",schemaPath:"#/properties/forges/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema107.properties.forges.type,parentSchema:schema107.properties.forges,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.state_hub !== undefined){
let data5 = data.state_hub;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
if(!((((key1 === "url") || (key1 === "token")) || (key1 === "data_dir")) || (pattern4.test(key1)))){
const err15 = {instancePath:instancePath+"/state_hub",schemaPath:"#/properties/state_hub/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema107.properties.state_hub,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.url !== undefined){
let data6 = data5.url;
if(typeof data6 === "string"){
if(!pattern98.test(data6)){
const err16 = {instancePath:instancePath+"/state_hub/url",schemaPath:"#/properties/state_hub/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://"},message:"must match pattern \""+"^https?://"+"\"",schema:"^https?://",parentSchema:schema107.properties.state_hub.properties.url,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/state_hub/url",schemaPath:"#/properties/state_hub/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema107.properties.state_hub.properties.url.type,parentSchema:schema107.properties.state_hub.properties.url,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.token !== undefined){
let data7 = data5.token;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length > 1){
const err18 = {instancePath:instancePath+"/state_hub/token",schemaPath:"#/$defs/secret/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema112,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(Object.keys(data7).length < 1){
const err19 = {instancePath:instancePath+"/state_hub/token",schemaPath:"#/$defs/secret/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema112,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key2 in data7){
if(!((key2 === "env") || (key2 === "file"))){
const err20 = {instancePath:instancePath+"/state_hub/token",schemaPath:"#/$defs/secret/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema112,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7.env !== undefined){
let data8 = data7.env;
if(typeof data8 === "string"){
if(!pattern94.test(data8)){
const err21 = {instancePath:instancePath+"/state_hub/token/env",schemaPath:"#/$defs/secret/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Z_][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z_][A-Z0-9_]*$"+"\"",schema:"^[A-Z_][A-Z0-9_]*$",parentSchema:schema112.properties.env,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/state_hub/token/env",schemaPath:"#/$defs/secret/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.properties.env.type,parentSchema:schema112.properties.env,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data7.file !== undefined){
let data9 = data7.file;
if(typeof data9 === "string"){
if(func2(data9) < 1){
const err23 = {instancePath:instancePath+"/state_hub/token/file",schemaPath:"#/$defs/secret/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema112.properties.file,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/state_hub/token/file",schemaPath:"#/$defs/secret/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.properties.file.type,parentSchema:schema112.properties.file,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/state_hub/token",schemaPath:"#/$defs/secret/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema112.type,parentSchema:schema112,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data5.data_dir !== undefined){
let data10 = data5.data_dir;
if(typeof data10 === "string"){
if(func2(data10) > 2000){
const err26 = {instancePath:instancePath+"/state_hub/data_dir",schemaPath:"#/properties/state_hub/properties/data_dir/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema107.properties.state_hub.properties.data_dir,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func2(data10) < 1){
const err27 = {instancePath:instancePath+"/state_hub/data_dir",schemaPath:"#/properties/state_hub/properties/data_dir/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema107.properties.state_hub.properties.data_dir,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/state_hub/data_dir",schemaPath:"#/properties/state_hub/properties/data_dir/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema107.properties.state_hub.properties.data_dir.type,parentSchema:schema107.properties.state_hub.properties.data_dir,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/state_hub",schemaPath:"#/properties/state_hub/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.state_hub.type,parentSchema:schema107.properties.state_hub,data:data5};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.paths !== undefined){
let data11 = data.paths;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key3 in data11){
if(!((((key3 === "loops") || (key3 === "workplans")) || (key3 === "activity_definitions")) || (pattern4.test(key3)))){
const err30 = {instancePath:instancePath+"/paths",schemaPath:"#/properties/paths/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema107.properties.paths,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data11.loops !== undefined){
let data12 = data11.loops;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(func2(data13) > 2000){
const err31 = {instancePath:instancePath+"/paths/loops/" + i1,schemaPath:"#/properties/paths/properties/loops/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema107.properties.paths.properties.loops.items,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func2(data13) < 1){
const err32 = {instancePath:instancePath+"/paths/loops/" + i1,schemaPath:"#/properties/paths/properties/loops/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema107.properties.paths.properties.loops.items,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern101.test(data13)){
const err33 = {instancePath:instancePath+"/paths/loops/" + i1,schemaPath:"#/properties/paths/properties/loops/items/pattern",keyword:"pattern",params:{pattern: "^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$"},message:"must match pattern \""+"^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$"+"\"",schema:"^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$",parentSchema:schema107.properties.paths.properties.loops.items,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/paths/loops/" + i1,schemaPath:"#/properties/paths/properties/loops/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema107.properties.paths.properties.loops.items.type,parentSchema:schema107.properties.paths.properties.loops.items,data:data13};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/paths/loops",schemaPath:"#/properties/paths/properties/loops/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema107.properties.paths.properties.loops.type,parentSchema:schema107.properties.paths.properties.loops,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data11.workplans !== undefined){
let data14 = data11.workplans;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(typeof data15 === "string"){
if(func2(data15) > 2000){
const err36 = {instancePath:instancePath+"/paths/workplans/" + i2,schemaPath:"#/properties/paths/properties/workplans/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema107.properties.paths.properties.workplans.items,data:data15};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(func2(data15) < 1){
const err37 = {instancePath:instancePath+"/paths/workplans/" + i2,schemaPath:"#/properties/paths/properties/workplans/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema107.properties.paths.properties.workplans.items,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern101.test(data15)){
const err38 = {instancePath:instancePath+"/paths/workplans/" + i2,schemaPath:"#/properties/paths/properties/workplans/items/pattern",keyword:"pattern",params:{pattern: "^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$"},message:"must match pattern \""+"^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$"+"\"",schema:"^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$",parentSchema:schema107.properties.paths.properties.workplans.items,data:data15};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/paths/workplans/" + i2,schemaPath:"#/properties/paths/properties/workplans/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema107.properties.paths.properties.workplans.items.type,parentSchema:schema107.properties.paths.properties.workplans.items,data:data15};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/paths/workplans",schemaPath:"#/properties/paths/properties/workplans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema107.properties.paths.properties.workplans.type,parentSchema:schema107.properties.paths.properties.workplans,data:data14};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data11.activity_definitions !== undefined){
let data16 = data11.activity_definitions;
if(Array.isArray(data16)){
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
let data17 = data16[i3];
if(typeof data17 === "string"){
if(func2(data17) > 2000){
const err41 = {instancePath:instancePath+"/paths/activity_definitions/" + i3,schemaPath:"#/properties/paths/properties/activity_definitions/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema107.properties.paths.properties.activity_definitions.items,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(func2(data17) < 1){
const err42 = {instancePath:instancePath+"/paths/activity_definitions/" + i3,schemaPath:"#/properties/paths/properties/activity_definitions/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema107.properties.paths.properties.activity_definitions.items,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern101.test(data17)){
const err43 = {instancePath:instancePath+"/paths/activity_definitions/" + i3,schemaPath:"#/properties/paths/properties/activity_definitions/items/pattern",keyword:"pattern",params:{pattern: "^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$"},message:"must match pattern \""+"^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$"+"\"",schema:"^(?![/\\\\])(?![A-Za-z]:)(?!.*(?:^|/)\\.\\.(?:/|$)).+$",parentSchema:schema107.properties.paths.properties.activity_definitions.items,data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/paths/activity_definitions/" + i3,schemaPath:"#/properties/paths/properties/activity_definitions/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema107.properties.paths.properties.activity_definitions.items.type,parentSchema:schema107.properties.paths.properties.activity_definitions.items,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/paths/activity_definitions",schemaPath:"#/properties/paths/properties/activity_definitions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema107.properties.paths.properties.activity_definitions.type,parentSchema:schema107.properties.paths.properties.activity_definitions,data:data16};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/paths",schemaPath:"#/properties/paths/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.paths.type,parentSchema:schema107.properties.paths,data:data11};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.limits !== undefined){
let data18 = data.limits;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key4 in data18){
if(!(((((key4 === "concurrency") || (key4 === "proposals_per_hour")) || (key4 === "proposals_burst")) || (key4 === "max_removal_percent")) || (pattern4.test(key4)))){
const err47 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema107.properties.limits,data:data18};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data18.concurrency !== undefined){
let data19 = data18.concurrency;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err48 = {instancePath:instancePath+"/limits/concurrency",schemaPath:"#/properties/limits/properties/concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema107.properties.limits.properties.concurrency.type,parentSchema:schema107.properties.limits.properties.concurrency,data:data19};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 64 || isNaN(data19)){
const err49 = {instancePath:instancePath+"/limits/concurrency",schemaPath:"#/properties/limits/properties/concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64",schema:64,parentSchema:schema107.properties.limits.properties.concurrency,data:data19};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data19 < 1 || isNaN(data19)){
const err50 = {instancePath:instancePath+"/limits/concurrency",schemaPath:"#/properties/limits/properties/concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema107.properties.limits.properties.concurrency,data:data19};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data18.proposals_per_hour !== undefined){
let data20 = data18.proposals_per_hour;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err51 = {instancePath:instancePath+"/limits/proposals_per_hour",schemaPath:"#/properties/limits/properties/proposals_per_hour/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema107.properties.limits.properties.proposals_per_hour.type,parentSchema:schema107.properties.limits.properties.proposals_per_hour,data:data20};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 500 || isNaN(data20)){
const err52 = {instancePath:instancePath+"/limits/proposals_per_hour",schemaPath:"#/properties/limits/properties/proposals_per_hour/maximum",keyword:"maximum",params:{comparison: "<=", limit: 500},message:"must be <= 500",schema:500,parentSchema:schema107.properties.limits.properties.proposals_per_hour,data:data20};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err53 = {instancePath:instancePath+"/limits/proposals_per_hour",schemaPath:"#/properties/limits/properties/proposals_per_hour/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema107.properties.limits.properties.proposals_per_hour,data:data20};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data18.proposals_burst !== undefined){
let data21 = data18.proposals_burst;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err54 = {instancePath:instancePath+"/limits/proposals_burst",schemaPath:"#/properties/limits/properties/proposals_burst/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema107.properties.limits.properties.proposals_burst.type,parentSchema:schema107.properties.limits.properties.proposals_burst,data:data21};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000 || isNaN(data21)){
const err55 = {instancePath:instancePath+"/limits/proposals_burst",schemaPath:"#/properties/limits/properties/proposals_burst/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema107.properties.limits.properties.proposals_burst,data:data21};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err56 = {instancePath:instancePath+"/limits/proposals_burst",schemaPath:"#/properties/limits/properties/proposals_burst/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema107.properties.limits.properties.proposals_burst,data:data21};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data18.max_removal_percent !== undefined){
let data22 = data18.max_removal_percent;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err57 = {instancePath:instancePath+"/limits/max_removal_percent",schemaPath:"#/properties/limits/properties/max_removal_percent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema107.properties.limits.properties.max_removal_percent.type,parentSchema:schema107.properties.limits.properties.max_removal_percent,data:data22};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 100 || isNaN(data22)){
const err58 = {instancePath:instancePath+"/limits/max_removal_percent",schemaPath:"#/properties/limits/properties/max_removal_percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema107.properties.limits.properties.max_removal_percent,data:data22};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data22 < 0 || isNaN(data22)){
const err59 = {instancePath:instancePath+"/limits/max_removal_percent",schemaPath:"#/properties/limits/properties/max_removal_percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema107.properties.limits.properties.max_removal_percent,data:data22};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
}
else {
const err60 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.limits.type,parentSchema:schema107.properties.limits,data:data18};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.ops_repo !== undefined){
let data23 = data.ops_repo;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.forge === undefined){
const err61 = {instancePath:instancePath+"/ops_repo",schemaPath:"#/properties/ops_repo/required",keyword:"required",params:{missingProperty: "forge"},message:"must have required property '"+"forge"+"'",schema:schema107.properties.ops_repo.required,parentSchema:schema107.properties.ops_repo,data:data23};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data23.owner === undefined){
const err62 = {instancePath:instancePath+"/ops_repo",schemaPath:"#/properties/ops_repo/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema107.properties.ops_repo.required,parentSchema:schema107.properties.ops_repo,data:data23};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data23.repo === undefined){
const err63 = {instancePath:instancePath+"/ops_repo",schemaPath:"#/properties/ops_repo/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema107.properties.ops_repo.required,parentSchema:schema107.properties.ops_repo,data:data23};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
for(const key5 in data23){
if(!((((key5 === "forge") || (key5 === "owner")) || (key5 === "repo")) || (pattern4.test(key5)))){
const err64 = {instancePath:instancePath+"/ops_repo",schemaPath:"#/properties/ops_repo/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema107.properties.ops_repo,data:data23};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data23.forge !== undefined){
let data24 = data23.forge;
if(typeof data24 === "string"){
if(func2(data24) > 80){
const err65 = {instancePath:instancePath+"/ops_repo/forge",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema110,data:data24};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!pattern5.test(data24)){
const err66 = {instancePath:instancePath+"/ops_repo/forge",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema110,data:data24};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/ops_repo/forge",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.type,parentSchema:schema110,data:data24};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data23.owner !== undefined){
let data25 = data23.owner;
if(typeof data25 === "string"){
if(func2(data25) > 100){
const err68 = {instancePath:instancePath+"/ops_repo/owner",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema111,data:data25};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!pattern93.test(data25)){
const err69 = {instancePath:instancePath+"/ops_repo/owner",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema111,data:data25};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/ops_repo/owner",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data25};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data23.repo !== undefined){
let data26 = data23.repo;
if(typeof data26 === "string"){
if(func2(data26) > 100){
const err71 = {instancePath:instancePath+"/ops_repo/repo",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema111,data:data26};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!pattern93.test(data26)){
const err72 = {instancePath:instancePath+"/ops_repo/repo",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema111,data:data26};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/ops_repo/repo",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data26};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/ops_repo",schemaPath:"#/properties/ops_repo/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.properties.ops_repo.type,parentSchema:schema107.properties.ops_repo,data:data23};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.people !== undefined){
let data27 = data.people;
if(Array.isArray(data27)){
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
if(!(validate45(data27[i4], {instancePath:instancePath+"/people/" + i4,parentData:data27,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
}
else {
const err75 = {instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema107.properties.people.type,parentSchema:schema107.properties.people,data:data27};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.type,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const decision = validate47;
const schema121 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:decision","title":"Decision","description":"loops/<loop>/decisions/*.yaml: one decision. An accepted one is never changed, only superseded.","type":"object","additionalProperties":false,"required":["schema_version","id","question","options","status"],"properties":{"schema_version":{"description":"Version of this format. A reader refuses a newer major.","const":"decision/v1"},"id":{"description":"Decision id: the start of the file's name.","type":"string","pattern":"^DEC-\\d{3,}$","x-expect":"a decision id, such as DEC-001"},"question":{"$ref":"#/$defs/text"},"options":{"description":"What could be chosen.","type":"array","items":{"description":"An option.","type":"object","additionalProperties":false,"required":["key","summary"],"properties":{"key":{"description":"Short name.","type":"string","pattern":"^[A-Za-z0-9-]+$","maxLength":20},"summary":{"$ref":"#/$defs/text"},"consequences":{"description":"What follows from it.","type":"array","items":{"$ref":"#/$defs/text"}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"minItems":1},"chosen":{"description":"Key of the chosen option.","type":"string","pattern":"^[A-Za-z0-9-]+$","maxLength":20},"status":{"description":"Where it stands.","enum":["proposed","accepted","rejected","superseded"]},"rationale":{"description":"Why.","type":"string","minLength":1,"maxLength":8000},"decided_by":{"description":"Who decided.","type":"string","minLength":1,"maxLength":2000},"decided_at":{"$ref":"#/$defs/instant"},"evidence":{"description":"What it rests on.","type":"array","items":{"$ref":"#/$defs/text"}},"supersedes":{"description":"Decision it replaces.","type":"string","pattern":"^DEC-\\d{3,}$","x-expect":"a decision id, such as DEC-001"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"text":{"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000}}};
const schema122 = {"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000};
const schema125 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};
const pattern114 = new RegExp("^DEC-\\d{3,}$", "u");
const pattern116 = new RegExp("^[A-Za-z0-9-]+$", "u");

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:decision" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate47.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema121.required,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema121.required,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.question === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "question"},message:"must have required property '"+"question"+"'",schema:schema121.required,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.options === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "options"},message:"must have required property '"+"options"+"'",schema:schema121.required,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.status === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema121.required,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema121.properties, key0)) || (pattern4.test(key0)))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.schema_version !== undefined){
let data0 = data.schema_version;
if("decision/v1" !== data0){
const err6 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "decision/v1"},message:"must be equal to constant",schema:"decision/v1",parentSchema:schema121.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if(typeof data1 === "string"){
if(!pattern114.test(data1)){
const err7 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^DEC-\\d{3,}$"},message:"must match pattern \""+"^DEC-\\d{3,}$"+"\"",schema:"^DEC-\\d{3,}$",parentSchema:schema121.properties.id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema121.properties.id.type,parentSchema:schema121.properties.id,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.question !== undefined){
let data2 = data.question;
if(typeof data2 === "string"){
if(func2(data2) > 2000){
const err9 = {instancePath:instancePath+"/question",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema122,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func2(data2) < 1){
const err10 = {instancePath:instancePath+"/question",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema122,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/question",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema122.type,parentSchema:schema122,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.options !== undefined){
let data3 = data.options;
if(Array.isArray(data3)){
if(data3.length < 1){
const err12 = {instancePath:instancePath+"/options",schemaPath:"#/properties/options/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema121.properties.options,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.key === undefined){
const err13 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/properties/options/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema121.properties.options.items.required,parentSchema:schema121.properties.options.items,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4.summary === undefined){
const err14 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/properties/options/items/required",keyword:"required",params:{missingProperty: "summary"},message:"must have required property '"+"summary"+"'",schema:schema121.properties.options.items.required,parentSchema:schema121.properties.options.items,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data4){
if(!((((key1 === "key") || (key1 === "summary")) || (key1 === "consequences")) || (pattern4.test(key1)))){
const err15 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/properties/options/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema121.properties.options.items,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.key !== undefined){
let data5 = data4.key;
if(typeof data5 === "string"){
if(func2(data5) > 20){
const err16 = {instancePath:instancePath+"/options/" + i0+"/key",schemaPath:"#/properties/options/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 20},message:"must NOT have more than 20 characters",schema:20,parentSchema:schema121.properties.options.items.properties.key,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern116.test(data5)){
const err17 = {instancePath:instancePath+"/options/" + i0+"/key",schemaPath:"#/properties/options/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]+$"},message:"must match pattern \""+"^[A-Za-z0-9-]+$"+"\"",schema:"^[A-Za-z0-9-]+$",parentSchema:schema121.properties.options.items.properties.key,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/options/" + i0+"/key",schemaPath:"#/properties/options/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema121.properties.options.items.properties.key.type,parentSchema:schema121.properties.options.items.properties.key,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data4.summary !== undefined){
let data6 = data4.summary;
if(typeof data6 === "string"){
if(func2(data6) > 2000){
const err19 = {instancePath:instancePath+"/options/" + i0+"/summary",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema122,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(func2(data6) < 1){
const err20 = {instancePath:instancePath+"/options/" + i0+"/summary",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema122,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/options/" + i0+"/summary",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema122.type,parentSchema:schema122,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data4.consequences !== undefined){
let data7 = data4.consequences;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(typeof data8 === "string"){
if(func2(data8) > 2000){
const err22 = {instancePath:instancePath+"/options/" + i0+"/consequences/" + i1,schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema122,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(func2(data8) < 1){
const err23 = {instancePath:instancePath+"/options/" + i0+"/consequences/" + i1,schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema122,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/options/" + i0+"/consequences/" + i1,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema122.type,parentSchema:schema122,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/options/" + i0+"/consequences",schemaPath:"#/properties/options/items/properties/consequences/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema121.properties.options.items.properties.consequences.type,parentSchema:schema121.properties.options.items.properties.consequences,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/properties/options/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema121.properties.options.items.type,parentSchema:schema121.properties.options.items,data:data4};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/options",schemaPath:"#/properties/options/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema121.properties.options.type,parentSchema:schema121.properties.options,data:data3};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.chosen !== undefined){
let data9 = data.chosen;
if(typeof data9 === "string"){
if(func2(data9) > 20){
const err28 = {instancePath:instancePath+"/chosen",schemaPath:"#/properties/chosen/maxLength",keyword:"maxLength",params:{limit: 20},message:"must NOT have more than 20 characters",schema:20,parentSchema:schema121.properties.chosen,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern116.test(data9)){
const err29 = {instancePath:instancePath+"/chosen",schemaPath:"#/properties/chosen/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]+$"},message:"must match pattern \""+"^[A-Za-z0-9-]+$"+"\"",schema:"^[A-Za-z0-9-]+$",parentSchema:schema121.properties.chosen,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/chosen",schemaPath:"#/properties/chosen/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema121.properties.chosen.type,parentSchema:schema121.properties.chosen,data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.status !== undefined){
let data10 = data.status;
if(!((((data10 === "proposed") || (data10 === "accepted")) || (data10 === "rejected")) || (data10 === "superseded"))){
const err31 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema121.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema121.properties.status.enum,parentSchema:schema121.properties.status,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.rationale !== undefined){
let data11 = data.rationale;
if(typeof data11 === "string"){
if(func2(data11) > 8000){
const err32 = {instancePath:instancePath+"/rationale",schemaPath:"#/properties/rationale/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters",schema:8000,parentSchema:schema121.properties.rationale,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(func2(data11) < 1){
const err33 = {instancePath:instancePath+"/rationale",schemaPath:"#/properties/rationale/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema121.properties.rationale,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/rationale",schemaPath:"#/properties/rationale/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema121.properties.rationale.type,parentSchema:schema121.properties.rationale,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.decided_by !== undefined){
let data12 = data.decided_by;
if(typeof data12 === "string"){
if(func2(data12) > 2000){
const err35 = {instancePath:instancePath+"/decided_by",schemaPath:"#/properties/decided_by/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema121.properties.decided_by,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(func2(data12) < 1){
const err36 = {instancePath:instancePath+"/decided_by",schemaPath:"#/properties/decided_by/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema121.properties.decided_by,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/decided_by",schemaPath:"#/properties/decided_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema121.properties.decided_by.type,parentSchema:schema121.properties.decided_by,data:data12};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.decided_at !== undefined){
let data13 = data.decided_at;
if(typeof data13 === "string"){
if(!pattern14.test(data13)){
const err38 = {instancePath:instancePath+"/decided_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema125,data:data13};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/decided_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema125.type,parentSchema:schema125,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.evidence !== undefined){
let data14 = data.evidence;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(typeof data15 === "string"){
if(func2(data15) > 2000){
const err40 = {instancePath:instancePath+"/evidence/" + i2,schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema122,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(func2(data15) < 1){
const err41 = {instancePath:instancePath+"/evidence/" + i2,schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema122,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/evidence/" + i2,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema122.type,parentSchema:schema122,data:data15};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema121.properties.evidence.type,parentSchema:schema121.properties.evidence,data:data14};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.supersedes !== undefined){
let data16 = data.supersedes;
if(typeof data16 === "string"){
if(!pattern114.test(data16)){
const err44 = {instancePath:instancePath+"/supersedes",schemaPath:"#/properties/supersedes/pattern",keyword:"pattern",params:{pattern: "^DEC-\\d{3,}$"},message:"must match pattern \""+"^DEC-\\d{3,}$"+"\"",schema:"^DEC-\\d{3,}$",parentSchema:schema121.properties.supersedes,data:data16};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/supersedes",schemaPath:"#/properties/supersedes/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema121.properties.supersedes.type,parentSchema:schema121.properties.supersedes,data:data16};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema121.type,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}
validate47.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const evidence = validate48;
const schema127 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:evidence","title":"Evidence","description":"evidence.json: everything the analyses of one loop and phase are judged from. The same bytes give the same results, anywhere and at any time.","type":"object","additionalProperties":false,"required":["format_version","kind","loop","phase","as_of","timezone","tzdata","analyses","digests","repos","past","activities","cycles","slots","events","records"],"properties":{"format_version":{"description":"Version of this format: minor is additive.","const":"1.0"},"kind":{"description":"Marks the document.","const":"evidence"},"loop":{"description":"Loop.","$ref":"#/$defs/slug"},"phase":{"$ref":"#/$defs/phase_name"},"as_of":{"description":"What is known then: what came later is left out.","$ref":"#/$defs/instant"},"timezone":{"description":"IANA zone that people read its instants in.","type":"string","minLength":1,"maxLength":64},"tzdata":{"description":"Version of the time zone data that the cycles were planned with.","type":"string","minLength":1,"maxLength":40},"analyses":{"description":"The criteria, as the policy has them.","type":"array","items":{"$ref":"#/$defs/analysis"}},"digests":{"$ref":"#/$defs/digests"},"repos":{"description":"The active repos of the phase, by id.","type":"array","items":{"$ref":"#/$defs/repo"}},"past":{"description":"Active repos that are beyond the phase, by id.","type":"array","items":{"$ref":"#/$defs/repo_key"}},"activities":{"description":"Ids of the activity definitions that make up a cycle.","type":"array","items":{"$ref":"#/$defs/slug"}},"cycles":{"description":"Cycles, ascending.","type":"array","items":{"$ref":"#/$defs/cycle"}},"slots":{"description":"Slots, ascending by due and key.","type":"array","items":{"$ref":"#/$defs/slot"}},"events":{"description":"What happened to them, by slot and seq.","type":"array","items":{"$ref":"#/$defs/event"}},"records":{"description":"Records that name them, as they came.","type":"array","items":{"$ref":"#/$defs/kept_record"}}},"$defs":{"analysis":{"description":"One exit criterion.","type":"object","additionalProperties":false,"required":["key","unit","scope","availability","consecutive_success_limit","on_missing","close_deadline"],"properties":{"key":{"$ref":"#/$defs/slug"},"unit":{"description":"What is counted.","enum":["cycle"]},"scope":{"description":"Whether repos count alone or together.","enum":["per_repo","fleet"]},"availability":{"description":"Repos that take part: all active ones, or at least so many.","anyOf":[{"const":"all"},{"type":"object","additionalProperties":false,"required":["minimum_repos"],"properties":{"minimum_repos":{"description":"At least so many repos.","type":"integer","minimum":1,"maximum":10000}}}]},"consecutive_success_limit":{"description":"Successful cycles in a row.","type":"integer","minimum":1,"maximum":1000},"on_missing":{"description":"What a missing record means.","enum":["hold","fail"]},"max_age":{"description":"How old the newest cycle may be.","$ref":"#/$defs/duration"},"start_deadline":{"description":"Latest dispatch after the due instant.","$ref":"#/$defs/duration"},"close_deadline":{"description":"Latest closing record after the due instant.","$ref":"#/$defs/duration"},"complete_when":{"description":"What completes a slot: its closing record, or its prepared bundle.","enum":["closed","prepared"]},"min_quality":{"description":"Least quality of a record, 0 to 1.","type":"number","minimum":0,"maximum":1},"evidence":{"description":"Which records count.","type":"object","additionalProperties":false,"required":["accept"],"properties":{"accept":{"description":"Classes of evidence.","type":"array","items":{"description":"A class.","enum":["verified","ci","human","self"]},"minItems":1}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"enforcement":{"description":"dry_run is shown and never blocks.","enum":["enforce","dry_run"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"cycle":{"description":"A cycle by the phase's present clock.","type":"object","additionalProperties":false,"required":["id","anchor","seq"],"properties":{"id":{"description":"Id of the cycle.","$ref":"#/$defs/key"},"anchor":{"description":"When it begins.","$ref":"#/$defs/instant"},"seq":{"description":"Counts anchors: the next cycle has the next number.","type":"integer","minimum":0,"maximum":2147483647}}},"digest":{"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"},"digests":{"description":"What the files say now; cycles under other digests do not count.","type":"object","additionalProperties":false,"required":["policy","definitions"],"properties":{"policy":{"description":"Digest of the cadence policy, as far as evidence rests on it.","$ref":"#/$defs/digest"},"definitions":{"description":"Digest of each activity definition of the phase, by its id.","type":"object","additionalProperties":{"description":"Its digest.","$ref":"#/$defs/digest"}}}},"duration":{"description":"ISO 8601 duration without months or years.","type":"string","pattern":"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$","x-expect":"an ISO 8601 duration without months or years, such as PT5M, PT2H or P3D"},"event":{"description":"Something that happened to a slot.","type":"object","additionalProperties":false,"required":["slot","seq","type","by","at"],"properties":{"slot":{"$ref":"#/$defs/slot_key"},"seq":{"description":"Its place among the events of the slot, from 1.","type":"integer","minimum":1,"maximum":2147483647},"type":{"$ref":"#/$defs/slot_event_type"},"data":{"description":"More, by name.","type":"object","maxProperties":50,"additionalProperties":{"description":"A value.","type":["string","number","boolean","null"],"maxLength":2000}},"by":{"description":"Name of the token that told it.","type":"string","maxLength":200},"at":{"description":"When it came, by the hub's clock.","$ref":"#/$defs/instant"}}},"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"kept_record":{"description":"A metrics record, and how it came.","type":"object","additionalProperties":false,"required":["record","received_at","sent_by"],"properties":{"record":{"$ref":"#/$defs/metrics_record"},"received_at":{"description":"When it came first, by the hub's clock.","$ref":"#/$defs/instant"},"sent_by":{"description":"Name of the token that sent it.","type":"string","maxLength":200}}},"key":{"description":"Name of a resource among its kind; never changes. It may contain '/'.","type":"string","minLength":1,"maxLength":300,"pattern":"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$","x-expect":"a key of letters, digits and . _ / # : @ + -, such as LOOP-WP-0001-T01"},"metrics_record":{"description":"One run of an agent in a repo, as a line of its metrics file.","type":"object","additionalProperties":false,"required":["record_id","agent","repo","attempt","trigger","success","outcome","time_s","started_at","finished_at","recorded_at","actor"],"properties":{"record_id":{"description":"Its id, made by who wrote it.","$ref":"#/$defs/uuid"},"agent":{"description":"Agent, or the step metrics.","$ref":"#/$defs/slug"},"repo":{"$ref":"#/$defs/repo_key"},"slot":{"$ref":"#/$defs/slot_key"},"cycle":{"description":"Id of its cycle.","$ref":"#/$defs/key"},"attempt":{"description":"Which attempt, from 1.","type":"integer","minimum":1,"maximum":1000},"trigger":{"description":"Why it ran.","enum":["schedule","retry","catch_up","backfill","manual"]},"success":{"description":"Whether it did what it should.","type":"boolean"},"outcome":{"description":"What came of it.","enum":["success","noop","failed","timeout","cancelled"]},"time_s":{"description":"Seconds that it took.","type":"number","minimum":0,"maximum":31536000},"quality":{"description":"How good it is, from 0 to 1.","type":"number","minimum":0,"maximum":1},"quality_source":{"description":"Who says how good it is.","$ref":"#/$defs/slug"},"reason":{"description":"Why it failed, or did nothing; needed where it failed.","$ref":"#/$defs/text"},"started_at":{"description":"When it began.","$ref":"#/$defs/instant"},"finished_at":{"description":"When it ended.","$ref":"#/$defs/instant"},"recorded_at":{"description":"When this was written.","$ref":"#/$defs/instant"},"cost":{"description":"What it cost, by unit, such as usd or output_tokens.","type":"object","maxProperties":20,"additionalProperties":{"description":"An amount.","type":"number","minimum":0,"maximum":1000000000000}},"actor":{"description":"Who ran it.","type":"string","minLength":1,"maxLength":200},"interventions":{"description":"What people did meanwhile.","type":"array","items":{"description":"One of them.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"description":"What.","$ref":"#/$defs/slug"},"by":{"description":"Who.","type":"string","minLength":1,"maxLength":200},"at":{"$ref":"#/$defs/instant"},"note":{"$ref":"#/$defs/text"}}},"maxItems":50},"provenance":{"description":"What it ran on.","type":"object","additionalProperties":false,"properties":{"head":{"description":"Commit.","type":"string","pattern":"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},"bundle":{"description":"Digest of the bundle.","$ref":"#/$defs/digest"},"definition":{"description":"Digest of the activity definition.","$ref":"#/$defs/digest"}}},"corrects":{"description":"The record that this one replaces.","$ref":"#/$defs/uuid"},"prev":{"description":"Digest of the line before.","$ref":"#/$defs/digest"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"phase_name":{"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"},"repo":{"description":"A repo of the phase.","type":"object","additionalProperties":false,"required":["repo"],"properties":{"repo":{"$ref":"#/$defs/repo_key"},"since":{"description":"When it came into the phase, where that is known; cycles that began before do not count.","$ref":"#/$defs/instant"},"schedule_digest":{"description":"Digest of its owned schedule values as the files have them now.","$ref":"#/$defs/digest"}}},"repo_key":{"description":"Key of a repo: forge, owner and name.","type":"string","maxLength":300,"pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$","x-expect":"forge/owner/name, such as local/coulomb/coulomb-loop"},"slot":{"description":"A slot as it is judged.","type":"object","additionalProperties":false,"required":["key","activity","repo","due","cycle"],"properties":{"key":{"$ref":"#/$defs/slot_key"},"activity":{"description":"Id of the activity definition.","$ref":"#/$defs/slug"},"repo":{"$ref":"#/$defs/repo_key"},"due":{"description":"When it is due.","$ref":"#/$defs/instant"},"cycle":{"description":"Id of its cycle.","$ref":"#/$defs/key"},"ready_at":{"description":"From then on it was to be handed out; default: due.","$ref":"#/$defs/instant"},"definition_digest":{"description":"Digest of the activity definition it was written under.","$ref":"#/$defs/digest"},"policy_digest":{"description":"Digest of the cadence policy it was written under.","$ref":"#/$defs/digest"},"schedule_digest":{"description":"Digest of the pilot's owned schedule values it was written under.","$ref":"#/$defs/digest"},"unwritten":{"description":"The files expect it, and no ledger has it.","const":true}}},"slot_event_type":{"description":"What happened to a slot. Only dispatched, settled and released need its claim.","enum":["dispatched","settled","released","prepared","opted_out","not_in_sync","unreadable","config_changed","skipped","intervention","note"]},"slot_key":{"description":"Id of a slot: loop, activity, repo and due instant.","type":"string","maxLength":500,"pattern":"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$","x-expect":"loop/activity/repo@due, such as kaizen-stack/hourly-coach/local/coulomb/pilot@2026-08-01T08:15:00Z"},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"text":{"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000},"uuid":{"description":"A UUID.","type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","x-expect":"a UUID in lower case"}}};
const schema128 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema129 = {"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"};
const schema130 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};
const schema140 = {"description":"Key of a repo: forge, owner and name.","type":"string","maxLength":300,"pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$","x-expect":"forge/owner/name, such as local/coulomb/coulomb-loop"};
const schema131 = {"description":"One exit criterion.","type":"object","additionalProperties":false,"required":["key","unit","scope","availability","consecutive_success_limit","on_missing","close_deadline"],"properties":{"key":{"$ref":"#/$defs/slug"},"unit":{"description":"What is counted.","enum":["cycle"]},"scope":{"description":"Whether repos count alone or together.","enum":["per_repo","fleet"]},"availability":{"description":"Repos that take part: all active ones, or at least so many.","anyOf":[{"const":"all"},{"type":"object","additionalProperties":false,"required":["minimum_repos"],"properties":{"minimum_repos":{"description":"At least so many repos.","type":"integer","minimum":1,"maximum":10000}}}]},"consecutive_success_limit":{"description":"Successful cycles in a row.","type":"integer","minimum":1,"maximum":1000},"on_missing":{"description":"What a missing record means.","enum":["hold","fail"]},"max_age":{"description":"How old the newest cycle may be.","$ref":"#/$defs/duration"},"start_deadline":{"description":"Latest dispatch after the due instant.","$ref":"#/$defs/duration"},"close_deadline":{"description":"Latest closing record after the due instant.","$ref":"#/$defs/duration"},"complete_when":{"description":"What completes a slot: its closing record, or its prepared bundle.","enum":["closed","prepared"]},"min_quality":{"description":"Least quality of a record, 0 to 1.","type":"number","minimum":0,"maximum":1},"evidence":{"description":"Which records count.","type":"object","additionalProperties":false,"required":["accept"],"properties":{"accept":{"description":"Classes of evidence.","type":"array","items":{"description":"A class.","enum":["verified","ci","human","self"]},"minItems":1}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"enforcement":{"description":"dry_run is shown and never blocks.","enum":["enforce","dry_run"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema133 = {"description":"ISO 8601 duration without months or years.","type":"string","pattern":"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$","x-expect":"an ISO 8601 duration without months or years, such as PT5M, PT2H or P3D"};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate49.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.unit === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "unit"},message:"must have required property '"+"unit"+"'",schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.scope === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "scope"},message:"must have required property '"+"scope"+"'",schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.availability === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "availability"},message:"must have required property '"+"availability"+"'",schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.consecutive_success_limit === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "consecutive_success_limit"},message:"must have required property '"+"consecutive_success_limit"+"'",schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.on_missing === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on_missing"},message:"must have required property '"+"on_missing"+"'",schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.close_deadline === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "close_deadline"},message:"must have required property '"+"close_deadline"+"'",schema:schema131.required,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema131.properties, key0)) || (pattern4.test(key0)))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.key !== undefined){
let data0 = data.key;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err8 = {instancePath:instancePath+"/key",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema128,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern5.test(data0)){
const err9 = {instancePath:instancePath+"/key",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema128,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/key",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema128.type,parentSchema:schema128,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.unit !== undefined){
let data1 = data.unit;
if(!(data1 === "cycle")){
const err11 = {instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/enum",keyword:"enum",params:{allowedValues: schema131.properties.unit.enum},message:"must be equal to one of the allowed values",schema:schema131.properties.unit.enum,parentSchema:schema131.properties.unit,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.scope !== undefined){
let data2 = data.scope;
if(!((data2 === "per_repo") || (data2 === "fleet"))){
const err12 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/enum",keyword:"enum",params:{allowedValues: schema131.properties.scope.enum},message:"must be equal to one of the allowed values",schema:schema131.properties.scope.enum,parentSchema:schema131.properties.scope,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.availability !== undefined){
let data3 = data.availability;
const _errs8 = errors;
let valid2 = false;
const _errs9 = errors;
if("all" !== data3){
const err13 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf/0/const",keyword:"const",params:{allowedValue: "all"},message:"must be equal to constant",schema:"all",parentSchema:schema131.properties.availability.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid2 = valid2 || _valid0;
const _errs10 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.minimum_repos === undefined){
const err14 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf/1/required",keyword:"required",params:{missingProperty: "minimum_repos"},message:"must have required property '"+"minimum_repos"+"'",schema:schema131.properties.availability.anyOf[1].required,parentSchema:schema131.properties.availability.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "minimum_repos")){
const err15 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema131.properties.availability.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.minimum_repos !== undefined){
let data4 = data3.minimum_repos;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err16 = {instancePath:instancePath+"/availability/minimum_repos",schemaPath:"#/properties/availability/anyOf/1/properties/minimum_repos/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema131.properties.availability.anyOf[1].properties.minimum_repos.type,parentSchema:schema131.properties.availability.anyOf[1].properties.minimum_repos,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10000 || isNaN(data4)){
const err17 = {instancePath:instancePath+"/availability/minimum_repos",schemaPath:"#/properties/availability/anyOf/1/properties/minimum_repos/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema131.properties.availability.anyOf[1].properties.minimum_repos,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err18 = {instancePath:instancePath+"/availability/minimum_repos",schemaPath:"#/properties/availability/anyOf/1/properties/minimum_repos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema131.properties.availability.anyOf[1].properties.minimum_repos,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema131.properties.availability.anyOf[1].type,parentSchema:schema131.properties.availability.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err20 = {instancePath:instancePath+"/availability",schemaPath:"#/properties/availability/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema131.properties.availability.anyOf,parentSchema:schema131.properties.availability,data:data3};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.consecutive_success_limit !== undefined){
let data5 = data.consecutive_success_limit;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err21 = {instancePath:instancePath+"/consecutive_success_limit",schemaPath:"#/properties/consecutive_success_limit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema131.properties.consecutive_success_limit.type,parentSchema:schema131.properties.consecutive_success_limit,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1000 || isNaN(data5)){
const err22 = {instancePath:instancePath+"/consecutive_success_limit",schemaPath:"#/properties/consecutive_success_limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema131.properties.consecutive_success_limit,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err23 = {instancePath:instancePath+"/consecutive_success_limit",schemaPath:"#/properties/consecutive_success_limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema131.properties.consecutive_success_limit,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.on_missing !== undefined){
let data6 = data.on_missing;
if(!((data6 === "hold") || (data6 === "fail"))){
const err24 = {instancePath:instancePath+"/on_missing",schemaPath:"#/properties/on_missing/enum",keyword:"enum",params:{allowedValues: schema131.properties.on_missing.enum},message:"must be equal to one of the allowed values",schema:schema131.properties.on_missing.enum,parentSchema:schema131.properties.on_missing,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.max_age !== undefined){
let data7 = data.max_age;
if(typeof data7 === "string"){
if(!pattern21.test(data7)){
const err25 = {instancePath:instancePath+"/max_age",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema133,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/max_age",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema133.type,parentSchema:schema133,data:data7};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.start_deadline !== undefined){
let data8 = data.start_deadline;
if(typeof data8 === "string"){
if(!pattern21.test(data8)){
const err27 = {instancePath:instancePath+"/start_deadline",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema133,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/start_deadline",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema133.type,parentSchema:schema133,data:data8};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.close_deadline !== undefined){
let data9 = data.close_deadline;
if(typeof data9 === "string"){
if(!pattern21.test(data9)){
const err29 = {instancePath:instancePath+"/close_deadline",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema133,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/close_deadline",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema133.type,parentSchema:schema133,data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.complete_when !== undefined){
let data10 = data.complete_when;
if(!((data10 === "closed") || (data10 === "prepared"))){
const err31 = {instancePath:instancePath+"/complete_when",schemaPath:"#/properties/complete_when/enum",keyword:"enum",params:{allowedValues: schema131.properties.complete_when.enum},message:"must be equal to one of the allowed values",schema:schema131.properties.complete_when.enum,parentSchema:schema131.properties.complete_when,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.min_quality !== undefined){
let data11 = data.min_quality;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1 || isNaN(data11)){
const err32 = {instancePath:instancePath+"/min_quality",schemaPath:"#/properties/min_quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema131.properties.min_quality,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err33 = {instancePath:instancePath+"/min_quality",schemaPath:"#/properties/min_quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema131.properties.min_quality,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/min_quality",schemaPath:"#/properties/min_quality/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema131.properties.min_quality.type,parentSchema:schema131.properties.min_quality,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.evidence !== undefined){
let data12 = data.evidence;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.accept === undefined){
const err35 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/required",keyword:"required",params:{missingProperty: "accept"},message:"must have required property '"+"accept"+"'",schema:schema131.properties.evidence.required,parentSchema:schema131.properties.evidence,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key2 in data12){
if(!((key2 === "accept") || (pattern4.test(key2)))){
const err36 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema131.properties.evidence,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data12.accept !== undefined){
let data13 = data12.accept;
if(Array.isArray(data13)){
if(data13.length < 1){
const err37 = {instancePath:instancePath+"/evidence/accept",schemaPath:"#/properties/evidence/properties/accept/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema131.properties.evidence.properties.accept,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(!((((data14 === "verified") || (data14 === "ci")) || (data14 === "human")) || (data14 === "self"))){
const err38 = {instancePath:instancePath+"/evidence/accept/" + i0,schemaPath:"#/properties/evidence/properties/accept/items/enum",keyword:"enum",params:{allowedValues: schema131.properties.evidence.properties.accept.items.enum},message:"must be equal to one of the allowed values",schema:schema131.properties.evidence.properties.accept.items.enum,parentSchema:schema131.properties.evidence.properties.accept.items,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/evidence/accept",schemaPath:"#/properties/evidence/properties/accept/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema131.properties.evidence.properties.accept.type,parentSchema:schema131.properties.evidence.properties.accept,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema131.properties.evidence.type,parentSchema:schema131.properties.evidence,data:data12};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.enforcement !== undefined){
let data15 = data.enforcement;
if(!((data15 === "enforce") || (data15 === "dry_run"))){
const err41 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/enum",keyword:"enum",params:{allowedValues: schema131.properties.enforcement.enum},message:"must be equal to one of the allowed values",schema:schema131.properties.enforcement.enum,parentSchema:schema131.properties.enforcement,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema131.type,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}
validate49.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema136 = {"description":"What the files say now; cycles under other digests do not count.","type":"object","additionalProperties":false,"required":["policy","definitions"],"properties":{"policy":{"description":"Digest of the cadence policy, as far as evidence rests on it.","$ref":"#/$defs/digest"},"definitions":{"description":"Digest of each activity definition of the phase, by its id.","type":"object","additionalProperties":{"description":"Its digest.","$ref":"#/$defs/digest"}}}};
const schema137 = {"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"};

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate51.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.policy === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'",schema:schema136.required,parentSchema:schema136,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.definitions === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "definitions"},message:"must have required property '"+"definitions"+"'",schema:schema136.required,parentSchema:schema136,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "policy") || (key0 === "definitions"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema136,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.policy !== undefined){
let data0 = data.policy;
if(typeof data0 === "string"){
if(!pattern13.test(data0)){
const err3 = {instancePath:instancePath+"/policy",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema137,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/policy",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.type,parentSchema:schema137,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.definitions !== undefined){
let data1 = data.definitions;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
let data2 = data1[key1];
if(typeof data2 === "string"){
if(!pattern13.test(data2)){
const err5 = {instancePath:instancePath+"/definitions/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema137,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/definitions/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.type,parentSchema:schema137,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/definitions",schemaPath:"#/properties/definitions/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema136.properties.definitions.type,parentSchema:schema136.properties.definitions,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema136.type,parentSchema:schema136,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}
validate51.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema139 = {"description":"A repo of the phase.","type":"object","additionalProperties":false,"required":["repo"],"properties":{"repo":{"$ref":"#/$defs/repo_key"},"since":{"description":"When it came into the phase, where that is known; cycles that began before do not count.","$ref":"#/$defs/instant"},"schedule_digest":{"description":"Digest of its owned schedule values as the files have them now.","$ref":"#/$defs/digest"}}};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.repo === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema139.required,parentSchema:schema139,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "repo") || (key0 === "since")) || (key0 === "schedule_digest"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema139,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.repo !== undefined){
let data0 = data.repo;
if(typeof data0 === "string"){
if(func2(data0) > 300){
const err2 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema140,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern45.test(data0)){
const err3 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$",parentSchema:schema140,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema140.type,parentSchema:schema140,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.since !== undefined){
let data1 = data.since;
if(typeof data1 === "string"){
if(!pattern14.test(data1)){
const err5 = {instancePath:instancePath+"/since",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/since",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.schedule_digest !== undefined){
let data2 = data.schedule_digest;
if(typeof data2 === "string"){
if(!pattern13.test(data2)){
const err7 = {instancePath:instancePath+"/schedule_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema137,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/schedule_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.type,parentSchema:schema137,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema139.type,parentSchema:schema139,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema145 = {"description":"A cycle by the phase's present clock.","type":"object","additionalProperties":false,"required":["id","anchor","seq"],"properties":{"id":{"description":"Id of the cycle.","$ref":"#/$defs/key"},"anchor":{"description":"When it begins.","$ref":"#/$defs/instant"},"seq":{"description":"Counts anchors: the next cycle has the next number.","type":"integer","minimum":0,"maximum":2147483647}}};
const schema146 = {"description":"Name of a resource among its kind; never changes. It may contain '/'.","type":"string","minLength":1,"maxLength":300,"pattern":"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$","x-expect":"a key of letters, digits and . _ / # : @ + -, such as LOOP-WP-0001-T01"};

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema145.required,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.anchor === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "anchor"},message:"must have required property '"+"anchor"+"'",schema:schema145.required,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.seq === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "seq"},message:"must have required property '"+"seq"+"'",schema:schema145.required,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "id") || (key0 === "anchor")) || (key0 === "seq"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func2(data0) > 300){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema146,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data0) < 1){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema146,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern48.test(data0)){
const err6 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$"},message:"must match pattern \""+"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$"+"\"",schema:"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$",parentSchema:schema146,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema146.type,parentSchema:schema146,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.anchor !== undefined){
let data1 = data.anchor;
if(typeof data1 === "string"){
if(!pattern14.test(data1)){
const err8 = {instancePath:instancePath+"/anchor",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/anchor",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.seq !== undefined){
let data2 = data.seq;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err10 = {instancePath:instancePath+"/seq",schemaPath:"#/properties/seq/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema145.properties.seq.type,parentSchema:schema145.properties.seq,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 2147483647 || isNaN(data2)){
const err11 = {instancePath:instancePath+"/seq",schemaPath:"#/properties/seq/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema145.properties.seq,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err12 = {instancePath:instancePath+"/seq",schemaPath:"#/properties/seq/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema145.properties.seq,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema145.type,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}
validate55.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema148 = {"description":"A slot as it is judged.","type":"object","additionalProperties":false,"required":["key","activity","repo","due","cycle"],"properties":{"key":{"$ref":"#/$defs/slot_key"},"activity":{"description":"Id of the activity definition.","$ref":"#/$defs/slug"},"repo":{"$ref":"#/$defs/repo_key"},"due":{"description":"When it is due.","$ref":"#/$defs/instant"},"cycle":{"description":"Id of its cycle.","$ref":"#/$defs/key"},"ready_at":{"description":"From then on it was to be handed out; default: due.","$ref":"#/$defs/instant"},"definition_digest":{"description":"Digest of the activity definition it was written under.","$ref":"#/$defs/digest"},"policy_digest":{"description":"Digest of the cadence policy it was written under.","$ref":"#/$defs/digest"},"schedule_digest":{"description":"Digest of the pilot's owned schedule values it was written under.","$ref":"#/$defs/digest"},"unwritten":{"description":"The files expect it, and no ledger has it.","const":true}}};
const schema149 = {"description":"Id of a slot: loop, activity, repo and due instant.","type":"string","maxLength":500,"pattern":"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$","x-expect":"loop/activity/repo@due, such as kaizen-stack/hourly-coach/local/coulomb/pilot@2026-08-01T08:15:00Z"};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate57.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema148.required,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.activity === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "activity"},message:"must have required property '"+"activity"+"'",schema:schema148.required,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.repo === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema148.required,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.due === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "due"},message:"must have required property '"+"due"+"'",schema:schema148.required,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.cycle === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cycle"},message:"must have required property '"+"cycle"+"'",schema:schema148.required,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema148.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.key !== undefined){
let data0 = data.key;
if(typeof data0 === "string"){
if(func2(data0) > 500){
const err6 = {instancePath:instancePath+"/key",schemaPath:"#/$defs/slot_key/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema149,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern47.test(data0)){
const err7 = {instancePath:instancePath+"/key",schemaPath:"#/$defs/slot_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},message:"must match pattern \""+"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"+"\"",schema:"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$",parentSchema:schema149,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/key",schemaPath:"#/$defs/slot_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema149.type,parentSchema:schema149,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.activity !== undefined){
let data1 = data.activity;
if(typeof data1 === "string"){
if(func2(data1) > 80){
const err9 = {instancePath:instancePath+"/activity",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema128,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern5.test(data1)){
const err10 = {instancePath:instancePath+"/activity",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema128,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/activity",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema128.type,parentSchema:schema128,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.repo !== undefined){
let data2 = data.repo;
if(typeof data2 === "string"){
if(func2(data2) > 300){
const err12 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema140,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern45.test(data2)){
const err13 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$",parentSchema:schema140,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema140.type,parentSchema:schema140,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.due !== undefined){
let data3 = data.due;
if(typeof data3 === "string"){
if(!pattern14.test(data3)){
const err15 = {instancePath:instancePath+"/due",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/due",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.cycle !== undefined){
let data4 = data.cycle;
if(typeof data4 === "string"){
if(func2(data4) > 300){
const err17 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema146,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func2(data4) < 1){
const err18 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema146,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern48.test(data4)){
const err19 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$"},message:"must match pattern \""+"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$"+"\"",schema:"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$",parentSchema:schema146,data:data4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema146.type,parentSchema:schema146,data:data4};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.ready_at !== undefined){
let data5 = data.ready_at;
if(typeof data5 === "string"){
if(!pattern14.test(data5)){
const err21 = {instancePath:instancePath+"/ready_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/ready_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.definition_digest !== undefined){
let data6 = data.definition_digest;
if(typeof data6 === "string"){
if(!pattern13.test(data6)){
const err23 = {instancePath:instancePath+"/definition_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema137,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/definition_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.type,parentSchema:schema137,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.policy_digest !== undefined){
let data7 = data.policy_digest;
if(typeof data7 === "string"){
if(!pattern13.test(data7)){
const err25 = {instancePath:instancePath+"/policy_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema137,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/policy_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.type,parentSchema:schema137,data:data7};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.schedule_digest !== undefined){
let data8 = data.schedule_digest;
if(typeof data8 === "string"){
if(!pattern13.test(data8)){
const err27 = {instancePath:instancePath+"/schedule_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema137,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/schedule_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.type,parentSchema:schema137,data:data8};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.unwritten !== undefined){
let data9 = data.unwritten;
if(true !== data9){
const err29 = {instancePath:instancePath+"/unwritten",schemaPath:"#/properties/unwritten/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema148.properties.unwritten,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema148.type,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema158 = {"description":"Something that happened to a slot.","type":"object","additionalProperties":false,"required":["slot","seq","type","by","at"],"properties":{"slot":{"$ref":"#/$defs/slot_key"},"seq":{"description":"Its place among the events of the slot, from 1.","type":"integer","minimum":1,"maximum":2147483647},"type":{"$ref":"#/$defs/slot_event_type"},"data":{"description":"More, by name.","type":"object","maxProperties":50,"additionalProperties":{"description":"A value.","type":["string","number","boolean","null"],"maxLength":2000}},"by":{"description":"Name of the token that told it.","type":"string","maxLength":200},"at":{"description":"When it came, by the hub's clock.","$ref":"#/$defs/instant"}}};
const schema160 = {"description":"What happened to a slot. Only dispatched, settled and released need its claim.","enum":["dispatched","settled","released","prepared","opted_out","not_in_sync","unreadable","config_changed","skipped","intervention","note"]};

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate59.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.slot === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "slot"},message:"must have required property '"+"slot"+"'",schema:schema158.required,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.seq === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "seq"},message:"must have required property '"+"seq"+"'",schema:schema158.required,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.type === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema158.required,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.by === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'",schema:schema158.required,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.at === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'",schema:schema158.required,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "slot") || (key0 === "seq")) || (key0 === "type")) || (key0 === "data")) || (key0 === "by")) || (key0 === "at"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.slot !== undefined){
let data0 = data.slot;
if(typeof data0 === "string"){
if(func2(data0) > 500){
const err6 = {instancePath:instancePath+"/slot",schemaPath:"#/$defs/slot_key/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema149,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern47.test(data0)){
const err7 = {instancePath:instancePath+"/slot",schemaPath:"#/$defs/slot_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},message:"must match pattern \""+"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"+"\"",schema:"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$",parentSchema:schema149,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/slot",schemaPath:"#/$defs/slot_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema149.type,parentSchema:schema149,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.seq !== undefined){
let data1 = data.seq;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err9 = {instancePath:instancePath+"/seq",schemaPath:"#/properties/seq/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema158.properties.seq.type,parentSchema:schema158.properties.seq,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 2147483647 || isNaN(data1)){
const err10 = {instancePath:instancePath+"/seq",schemaPath:"#/properties/seq/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647",schema:2147483647,parentSchema:schema158.properties.seq,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err11 = {instancePath:instancePath+"/seq",schemaPath:"#/properties/seq/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema158.properties.seq,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.type !== undefined){
let data2 = data.type;
if(!(((((((((((data2 === "dispatched") || (data2 === "settled")) || (data2 === "released")) || (data2 === "prepared")) || (data2 === "opted_out")) || (data2 === "not_in_sync")) || (data2 === "unreadable")) || (data2 === "config_changed")) || (data2 === "skipped")) || (data2 === "intervention")) || (data2 === "note"))){
const err12 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/slot_event_type/enum",keyword:"enum",params:{allowedValues: schema160.enum},message:"must be equal to one of the allowed values",schema:schema160.enum,parentSchema:schema160,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.data !== undefined){
let data3 = data.data;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 50){
const err13 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties",schema:50,parentSchema:schema158.properties.data,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key1 in data3){
let data4 = data3[key1];
if((((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))) && (typeof data4 !== "boolean")) && (data4 !== null)){
const err14 = {instancePath:instancePath+"/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/type",keyword:"type",params:{type: schema158.properties.data.additionalProperties.type},message:"must be string,number,boolean,null",schema:schema158.properties.data.additionalProperties.type,parentSchema:schema158.properties.data.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data4 === "string"){
if(func2(data4) > 2000){
const err15 = {instancePath:instancePath+"/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema158.properties.data.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
else {
const err16 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema158.properties.data.type,parentSchema:schema158.properties.data,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.by !== undefined){
let data5 = data.by;
if(typeof data5 === "string"){
if(func2(data5) > 200){
const err17 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema158.properties.by,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema158.properties.by.type,parentSchema:schema158.properties.by,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.at !== undefined){
let data6 = data.at;
if(typeof data6 === "string"){
if(!pattern14.test(data6)){
const err19 = {instancePath:instancePath+"/at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema158.type,parentSchema:schema158,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate59.errors = vErrors;
return errors === 0;
}
validate59.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema162 = {"description":"A metrics record, and how it came.","type":"object","additionalProperties":false,"required":["record","received_at","sent_by"],"properties":{"record":{"$ref":"#/$defs/metrics_record"},"received_at":{"description":"When it came first, by the hub's clock.","$ref":"#/$defs/instant"},"sent_by":{"description":"Name of the token that sent it.","type":"string","maxLength":200}}};
const schema163 = {"description":"One run of an agent in a repo, as a line of its metrics file.","type":"object","additionalProperties":false,"required":["record_id","agent","repo","attempt","trigger","success","outcome","time_s","started_at","finished_at","recorded_at","actor"],"properties":{"record_id":{"description":"Its id, made by who wrote it.","$ref":"#/$defs/uuid"},"agent":{"description":"Agent, or the step metrics.","$ref":"#/$defs/slug"},"repo":{"$ref":"#/$defs/repo_key"},"slot":{"$ref":"#/$defs/slot_key"},"cycle":{"description":"Id of its cycle.","$ref":"#/$defs/key"},"attempt":{"description":"Which attempt, from 1.","type":"integer","minimum":1,"maximum":1000},"trigger":{"description":"Why it ran.","enum":["schedule","retry","catch_up","backfill","manual"]},"success":{"description":"Whether it did what it should.","type":"boolean"},"outcome":{"description":"What came of it.","enum":["success","noop","failed","timeout","cancelled"]},"time_s":{"description":"Seconds that it took.","type":"number","minimum":0,"maximum":31536000},"quality":{"description":"How good it is, from 0 to 1.","type":"number","minimum":0,"maximum":1},"quality_source":{"description":"Who says how good it is.","$ref":"#/$defs/slug"},"reason":{"description":"Why it failed, or did nothing; needed where it failed.","$ref":"#/$defs/text"},"started_at":{"description":"When it began.","$ref":"#/$defs/instant"},"finished_at":{"description":"When it ended.","$ref":"#/$defs/instant"},"recorded_at":{"description":"When this was written.","$ref":"#/$defs/instant"},"cost":{"description":"What it cost, by unit, such as usd or output_tokens.","type":"object","maxProperties":20,"additionalProperties":{"description":"An amount.","type":"number","minimum":0,"maximum":1000000000000}},"actor":{"description":"Who ran it.","type":"string","minLength":1,"maxLength":200},"interventions":{"description":"What people did meanwhile.","type":"array","items":{"description":"One of them.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"description":"What.","$ref":"#/$defs/slug"},"by":{"description":"Who.","type":"string","minLength":1,"maxLength":200},"at":{"$ref":"#/$defs/instant"},"note":{"$ref":"#/$defs/text"}}},"maxItems":50},"provenance":{"description":"What it ran on.","type":"object","additionalProperties":false,"properties":{"head":{"description":"Commit.","type":"string","pattern":"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},"bundle":{"description":"Digest of the bundle.","$ref":"#/$defs/digest"},"definition":{"description":"Digest of the activity definition.","$ref":"#/$defs/digest"}}},"corrects":{"description":"The record that this one replaces.","$ref":"#/$defs/uuid"},"prev":{"description":"Digest of the line before.","$ref":"#/$defs/digest"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema164 = {"description":"A UUID.","type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","x-expect":"a UUID in lower case"};
const schema170 = {"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000};

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate62.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.record_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "record_id"},message:"must have required property '"+"record_id"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.agent === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agent"},message:"must have required property '"+"agent"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.repo === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.attempt === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "attempt"},message:"must have required property '"+"attempt"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.trigger === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.success === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "success"},message:"must have required property '"+"success"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.outcome === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "outcome"},message:"must have required property '"+"outcome"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.time_s === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "time_s"},message:"must have required property '"+"time_s"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.started_at === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "started_at"},message:"must have required property '"+"started_at"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.finished_at === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "finished_at"},message:"must have required property '"+"finished_at"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.recorded_at === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "recorded_at"},message:"must have required property '"+"recorded_at"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.actor === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actor"},message:"must have required property '"+"actor"+"'",schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema163.properties, key0)) || (pattern4.test(key0)))){
const err12 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.record_id !== undefined){
let data0 = data.record_id;
if(typeof data0 === "string"){
if(!pattern51.test(data0)){
const err13 = {instancePath:instancePath+"/record_id",schemaPath:"#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"},message:"must match pattern \""+"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"+"\"",schema:"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",parentSchema:schema164,data:data0};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/record_id",schemaPath:"#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema164.type,parentSchema:schema164,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.agent !== undefined){
let data1 = data.agent;
if(typeof data1 === "string"){
if(func2(data1) > 80){
const err15 = {instancePath:instancePath+"/agent",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema128,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern5.test(data1)){
const err16 = {instancePath:instancePath+"/agent",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema128,data:data1};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/agent",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema128.type,parentSchema:schema128,data:data1};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.repo !== undefined){
let data2 = data.repo;
if(typeof data2 === "string"){
if(func2(data2) > 300){
const err18 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema140,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern45.test(data2)){
const err19 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$",parentSchema:schema140,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema140.type,parentSchema:schema140,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.slot !== undefined){
let data3 = data.slot;
if(typeof data3 === "string"){
if(func2(data3) > 500){
const err21 = {instancePath:instancePath+"/slot",schemaPath:"#/$defs/slot_key/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema149,data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern47.test(data3)){
const err22 = {instancePath:instancePath+"/slot",schemaPath:"#/$defs/slot_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"},message:"must match pattern \""+"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"+"\"",schema:"^[a-z0-9_-]+/[a-z0-9_-]+/[A-Za-z0-9._/-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$",parentSchema:schema149,data:data3};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/slot",schemaPath:"#/$defs/slot_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema149.type,parentSchema:schema149,data:data3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.cycle !== undefined){
let data4 = data.cycle;
if(typeof data4 === "string"){
if(func2(data4) > 300){
const err24 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema146,data:data4};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(func2(data4) < 1){
const err25 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema146,data:data4};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern48.test(data4)){
const err26 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$"},message:"must match pattern \""+"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$"+"\"",schema:"^[A-Za-z0-9._/#:@+-]+(?: [A-Za-z0-9._/#:@+-]+)*$",parentSchema:schema146,data:data4};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/cycle",schemaPath:"#/$defs/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema146.type,parentSchema:schema146,data:data4};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.attempt !== undefined){
let data5 = data.attempt;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err28 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema163.properties.attempt.type,parentSchema:schema163.properties.attempt,data:data5};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1000 || isNaN(data5)){
const err29 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema163.properties.attempt,data:data5};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err30 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema163.properties.attempt,data:data5};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data.trigger !== undefined){
let data6 = data.trigger;
if(!(((((data6 === "schedule") || (data6 === "retry")) || (data6 === "catch_up")) || (data6 === "backfill")) || (data6 === "manual"))){
const err31 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/enum",keyword:"enum",params:{allowedValues: schema163.properties.trigger.enum},message:"must be equal to one of the allowed values",schema:schema163.properties.trigger.enum,parentSchema:schema163.properties.trigger,data:data6};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.success !== undefined){
let data7 = data.success;
if(typeof data7 !== "boolean"){
const err32 = {instancePath:instancePath+"/success",schemaPath:"#/properties/success/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema163.properties.success.type,parentSchema:schema163.properties.success,data:data7};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.outcome !== undefined){
let data8 = data.outcome;
if(!(((((data8 === "success") || (data8 === "noop")) || (data8 === "failed")) || (data8 === "timeout")) || (data8 === "cancelled"))){
const err33 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema163.properties.outcome.enum},message:"must be equal to one of the allowed values",schema:schema163.properties.outcome.enum,parentSchema:schema163.properties.outcome,data:data8};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.time_s !== undefined){
let data9 = data.time_s;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 31536000 || isNaN(data9)){
const err34 = {instancePath:instancePath+"/time_s",schemaPath:"#/properties/time_s/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31536000},message:"must be <= 31536000",schema:31536000,parentSchema:schema163.properties.time_s,data:data9};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err35 = {instancePath:instancePath+"/time_s",schemaPath:"#/properties/time_s/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema163.properties.time_s,data:data9};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/time_s",schemaPath:"#/properties/time_s/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema163.properties.time_s.type,parentSchema:schema163.properties.time_s,data:data9};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.quality !== undefined){
let data10 = data.quality;
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 1 || isNaN(data10)){
const err37 = {instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema163.properties.quality,data:data10};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err38 = {instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema163.properties.quality,data:data10};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema163.properties.quality.type,parentSchema:schema163.properties.quality,data:data10};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.quality_source !== undefined){
let data11 = data.quality_source;
if(typeof data11 === "string"){
if(func2(data11) > 80){
const err40 = {instancePath:instancePath+"/quality_source",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema128,data:data11};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!pattern5.test(data11)){
const err41 = {instancePath:instancePath+"/quality_source",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema128,data:data11};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/quality_source",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema128.type,parentSchema:schema128,data:data11};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.reason !== undefined){
let data12 = data.reason;
if(typeof data12 === "string"){
if(func2(data12) > 2000){
const err43 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema170,data:data12};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(func2(data12) < 1){
const err44 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema170,data:data12};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema170.type,parentSchema:schema170,data:data12};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.started_at !== undefined){
let data13 = data.started_at;
if(typeof data13 === "string"){
if(!pattern14.test(data13)){
const err46 = {instancePath:instancePath+"/started_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data13};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/started_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data13};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.finished_at !== undefined){
let data14 = data.finished_at;
if(typeof data14 === "string"){
if(!pattern14.test(data14)){
const err48 = {instancePath:instancePath+"/finished_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data14};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/finished_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data14};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.recorded_at !== undefined){
let data15 = data.recorded_at;
if(typeof data15 === "string"){
if(!pattern14.test(data15)){
const err50 = {instancePath:instancePath+"/recorded_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data15};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/recorded_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data15};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.cost !== undefined){
let data16 = data.cost;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length > 20){
const err52 = {instancePath:instancePath+"/cost",schemaPath:"#/properties/cost/maxProperties",keyword:"maxProperties",params:{limit: 20},message:"must NOT have more than 20 properties",schema:20,parentSchema:schema163.properties.cost,data:data16};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
for(const key1 in data16){
let data17 = data16[key1];
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 1000000000000 || isNaN(data17)){
const err53 = {instancePath:instancePath+"/cost/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cost/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema163.properties.cost.additionalProperties,data:data17};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err54 = {instancePath:instancePath+"/cost/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cost/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema163.properties.cost.additionalProperties,data:data17};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/cost/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/cost/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema163.properties.cost.additionalProperties.type,parentSchema:schema163.properties.cost.additionalProperties,data:data17};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/cost",schemaPath:"#/properties/cost/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema163.properties.cost.type,parentSchema:schema163.properties.cost,data:data16};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.actor !== undefined){
let data18 = data.actor;
if(typeof data18 === "string"){
if(func2(data18) > 200){
const err57 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema163.properties.actor,data:data18};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(func2(data18) < 1){
const err58 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema163.properties.actor,data:data18};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/actor",schemaPath:"#/properties/actor/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema163.properties.actor.type,parentSchema:schema163.properties.actor,data:data18};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.interventions !== undefined){
let data19 = data.interventions;
if(Array.isArray(data19)){
if(data19.length > 50){
const err60 = {instancePath:instancePath+"/interventions",schemaPath:"#/properties/interventions/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items",schema:50,parentSchema:schema163.properties.interventions,data:data19};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
const len0 = data19.length;
for(let i0=0; i0<len0; i0++){
let data20 = data19[i0];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.kind === undefined){
const err61 = {instancePath:instancePath+"/interventions/" + i0,schemaPath:"#/properties/interventions/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema163.properties.interventions.items.required,parentSchema:schema163.properties.interventions.items,data:data20};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
for(const key2 in data20){
if(!((((key2 === "kind") || (key2 === "by")) || (key2 === "at")) || (key2 === "note"))){
const err62 = {instancePath:instancePath+"/interventions/" + i0,schemaPath:"#/properties/interventions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema163.properties.interventions.items,data:data20};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data20.kind !== undefined){
let data21 = data20.kind;
if(typeof data21 === "string"){
if(func2(data21) > 80){
const err63 = {instancePath:instancePath+"/interventions/" + i0+"/kind",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema128,data:data21};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(!pattern5.test(data21)){
const err64 = {instancePath:instancePath+"/interventions/" + i0+"/kind",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema128,data:data21};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/interventions/" + i0+"/kind",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema128.type,parentSchema:schema128,data:data21};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data20.by !== undefined){
let data22 = data20.by;
if(typeof data22 === "string"){
if(func2(data22) > 200){
const err66 = {instancePath:instancePath+"/interventions/" + i0+"/by",schemaPath:"#/properties/interventions/items/properties/by/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema163.properties.interventions.items.properties.by,data:data22};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(func2(data22) < 1){
const err67 = {instancePath:instancePath+"/interventions/" + i0+"/by",schemaPath:"#/properties/interventions/items/properties/by/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema163.properties.interventions.items.properties.by,data:data22};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/interventions/" + i0+"/by",schemaPath:"#/properties/interventions/items/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema163.properties.interventions.items.properties.by.type,parentSchema:schema163.properties.interventions.items.properties.by,data:data22};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data20.at !== undefined){
let data23 = data20.at;
if(typeof data23 === "string"){
if(!pattern14.test(data23)){
const err69 = {instancePath:instancePath+"/interventions/" + i0+"/at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data23};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/interventions/" + i0+"/at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data23};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data20.note !== undefined){
let data24 = data20.note;
if(typeof data24 === "string"){
if(func2(data24) > 2000){
const err71 = {instancePath:instancePath+"/interventions/" + i0+"/note",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema170,data:data24};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(func2(data24) < 1){
const err72 = {instancePath:instancePath+"/interventions/" + i0+"/note",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema170,data:data24};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/interventions/" + i0+"/note",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema170.type,parentSchema:schema170,data:data24};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/interventions/" + i0,schemaPath:"#/properties/interventions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema163.properties.interventions.items.type,parentSchema:schema163.properties.interventions.items,data:data20};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/interventions",schemaPath:"#/properties/interventions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema163.properties.interventions.type,parentSchema:schema163.properties.interventions,data:data19};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data.provenance !== undefined){
let data25 = data.provenance;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key3 in data25){
if(!(((key3 === "head") || (key3 === "bundle")) || (key3 === "definition"))){
const err76 = {instancePath:instancePath+"/provenance",schemaPath:"#/properties/provenance/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema163.properties.provenance,data:data25};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data25.head !== undefined){
let data26 = data25.head;
if(typeof data26 === "string"){
if(!pattern46.test(data26)){
const err77 = {instancePath:instancePath+"/provenance/head",schemaPath:"#/properties/provenance/properties/head/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^(?:[0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema163.properties.provenance.properties.head,data:data26};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/provenance/head",schemaPath:"#/properties/provenance/properties/head/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema163.properties.provenance.properties.head.type,parentSchema:schema163.properties.provenance.properties.head,data:data26};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data25.bundle !== undefined){
let data27 = data25.bundle;
if(typeof data27 === "string"){
if(!pattern13.test(data27)){
const err79 = {instancePath:instancePath+"/provenance/bundle",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema137,data:data27};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/provenance/bundle",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.type,parentSchema:schema137,data:data27};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data25.definition !== undefined){
let data28 = data25.definition;
if(typeof data28 === "string"){
if(!pattern13.test(data28)){
const err81 = {instancePath:instancePath+"/provenance/definition",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema137,data:data28};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/provenance/definition",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.type,parentSchema:schema137,data:data28};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/provenance",schemaPath:"#/properties/provenance/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema163.properties.provenance.type,parentSchema:schema163.properties.provenance,data:data25};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data.corrects !== undefined){
let data29 = data.corrects;
if(typeof data29 === "string"){
if(!pattern51.test(data29)){
const err84 = {instancePath:instancePath+"/corrects",schemaPath:"#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"},message:"must match pattern \""+"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"+"\"",schema:"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",parentSchema:schema164,data:data29};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/corrects",schemaPath:"#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema164.type,parentSchema:schema164,data:data29};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data.prev !== undefined){
let data30 = data.prev;
if(typeof data30 === "string"){
if(!pattern13.test(data30)){
const err86 = {instancePath:instancePath+"/prev",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema137,data:data30};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/prev",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema137.type,parentSchema:schema137,data:data30};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema163.type,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}
validate62.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate61.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.record === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "record"},message:"must have required property '"+"record"+"'",schema:schema162.required,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.received_at === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "received_at"},message:"must have required property '"+"received_at"+"'",schema:schema162.required,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.sent_by === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sent_by"},message:"must have required property '"+"sent_by"+"'",schema:schema162.required,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "record") || (key0 === "received_at")) || (key0 === "sent_by"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.record !== undefined){
if(!(validate62(data.record, {instancePath:instancePath+"/record",parentData:data,parentDataProperty:"record",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
if(data.received_at !== undefined){
let data1 = data.received_at;
if(typeof data1 === "string"){
if(!pattern14.test(data1)){
const err4 = {instancePath:instancePath+"/received_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/received_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.sent_by !== undefined){
let data2 = data.sent_by;
if(typeof data2 === "string"){
if(func2(data2) > 200){
const err6 = {instancePath:instancePath+"/sent_by",schemaPath:"#/properties/sent_by/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema162.properties.sent_by,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/sent_by",schemaPath:"#/properties/sent_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema162.properties.sent_by.type,parentSchema:schema162.properties.sent_by,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema162.type,parentSchema:schema162,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}
validate61.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:evidence" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate48.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.format_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format_version"},message:"must have required property '"+"format_version"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.loop === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "loop"},message:"must have required property '"+"loop"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.phase === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase"},message:"must have required property '"+"phase"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.as_of === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "as_of"},message:"must have required property '"+"as_of"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.timezone === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timezone"},message:"must have required property '"+"timezone"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.tzdata === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tzdata"},message:"must have required property '"+"tzdata"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.analyses === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "analyses"},message:"must have required property '"+"analyses"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.digests === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "digests"},message:"must have required property '"+"digests"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.repos === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repos"},message:"must have required property '"+"repos"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.past === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "past"},message:"must have required property '"+"past"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.activities === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "activities"},message:"must have required property '"+"activities"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.cycles === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cycles"},message:"must have required property '"+"cycles"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.slots === undefined){
const err13 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "slots"},message:"must have required property '"+"slots"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.events === undefined){
const err14 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "events"},message:"must have required property '"+"events"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data.records === undefined){
const err15 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "records"},message:"must have required property '"+"records"+"'",schema:schema127.required,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema127.properties, key0))){
const err16 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.format_version !== undefined){
let data0 = data.format_version;
if("1.0" !== data0){
const err17 = {instancePath:instancePath+"/format_version",schemaPath:"#/properties/format_version/const",keyword:"const",params:{allowedValue: "1.0"},message:"must be equal to constant",schema:"1.0",parentSchema:schema127.properties.format_version,data:data0};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if("evidence" !== data1){
const err18 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "evidence"},message:"must be equal to constant",schema:"evidence",parentSchema:schema127.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.loop !== undefined){
let data2 = data.loop;
if(typeof data2 === "string"){
if(func2(data2) > 80){
const err19 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema128,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern5.test(data2)){
const err20 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema128,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema128.type,parentSchema:schema128,data:data2};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.phase !== undefined){
let data3 = data.phase;
if(typeof data3 === "string"){
if(func2(data3) > 40){
const err22 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema129,data:data3};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern9.test(data3)){
const err23 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema129,data:data3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema129.type,parentSchema:schema129,data:data3};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.as_of !== undefined){
let data4 = data.as_of;
if(typeof data4 === "string"){
if(!pattern14.test(data4)){
const err25 = {instancePath:instancePath+"/as_of",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema130,data:data4};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/as_of",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema130.type,parentSchema:schema130,data:data4};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.timezone !== undefined){
let data5 = data.timezone;
if(typeof data5 === "string"){
if(func2(data5) > 64){
const err27 = {instancePath:instancePath+"/timezone",schemaPath:"#/properties/timezone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema127.properties.timezone,data:data5};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(func2(data5) < 1){
const err28 = {instancePath:instancePath+"/timezone",schemaPath:"#/properties/timezone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema127.properties.timezone,data:data5};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/timezone",schemaPath:"#/properties/timezone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema127.properties.timezone.type,parentSchema:schema127.properties.timezone,data:data5};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.tzdata !== undefined){
let data6 = data.tzdata;
if(typeof data6 === "string"){
if(func2(data6) > 40){
const err30 = {instancePath:instancePath+"/tzdata",schemaPath:"#/properties/tzdata/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema127.properties.tzdata,data:data6};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(func2(data6) < 1){
const err31 = {instancePath:instancePath+"/tzdata",schemaPath:"#/properties/tzdata/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema127.properties.tzdata,data:data6};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/tzdata",schemaPath:"#/properties/tzdata/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema127.properties.tzdata.type,parentSchema:schema127.properties.tzdata,data:data6};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.analyses !== undefined){
let data7 = data.analyses;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate49(data7[i0], {instancePath:instancePath+"/analyses/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/analyses",schemaPath:"#/properties/analyses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema127.properties.analyses.type,parentSchema:schema127.properties.analyses,data:data7};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.digests !== undefined){
if(!(validate51(data.digests, {instancePath:instancePath+"/digests",parentData:data,parentDataProperty:"digests",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.repos !== undefined){
let data10 = data.repos;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
if(!(validate53(data10[i1], {instancePath:instancePath+"/repos/" + i1,parentData:data10,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err34 = {instancePath:instancePath+"/repos",schemaPath:"#/properties/repos/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema127.properties.repos.type,parentSchema:schema127.properties.repos,data:data10};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.past !== undefined){
let data12 = data.past;
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(typeof data13 === "string"){
if(func2(data13) > 300){
const err35 = {instancePath:instancePath+"/past/" + i2,schemaPath:"#/$defs/repo_key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema140,data:data13};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!pattern45.test(data13)){
const err36 = {instancePath:instancePath+"/past/" + i2,schemaPath:"#/$defs/repo_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$",parentSchema:schema140,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/past/" + i2,schemaPath:"#/$defs/repo_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema140.type,parentSchema:schema140,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/past",schemaPath:"#/properties/past/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema127.properties.past.type,parentSchema:schema127.properties.past,data:data12};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.activities !== undefined){
let data14 = data.activities;
if(Array.isArray(data14)){
const len3 = data14.length;
for(let i3=0; i3<len3; i3++){
let data15 = data14[i3];
if(typeof data15 === "string"){
if(func2(data15) > 80){
const err39 = {instancePath:instancePath+"/activities/" + i3,schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema128,data:data15};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!pattern5.test(data15)){
const err40 = {instancePath:instancePath+"/activities/" + i3,schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema128,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/activities/" + i3,schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema128.type,parentSchema:schema128,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/activities",schemaPath:"#/properties/activities/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema127.properties.activities.type,parentSchema:schema127.properties.activities,data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.cycles !== undefined){
let data16 = data.cycles;
if(Array.isArray(data16)){
const len4 = data16.length;
for(let i4=0; i4<len4; i4++){
if(!(validate55(data16[i4], {instancePath:instancePath+"/cycles/" + i4,parentData:data16,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err43 = {instancePath:instancePath+"/cycles",schemaPath:"#/properties/cycles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema127.properties.cycles.type,parentSchema:schema127.properties.cycles,data:data16};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.slots !== undefined){
let data18 = data.slots;
if(Array.isArray(data18)){
const len5 = data18.length;
for(let i5=0; i5<len5; i5++){
if(!(validate57(data18[i5], {instancePath:instancePath+"/slots/" + i5,parentData:data18,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
}
else {
const err44 = {instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema127.properties.slots.type,parentSchema:schema127.properties.slots,data:data18};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.events !== undefined){
let data20 = data.events;
if(Array.isArray(data20)){
const len6 = data20.length;
for(let i6=0; i6<len6; i6++){
if(!(validate59(data20[i6], {instancePath:instancePath+"/events/" + i6,parentData:data20,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
}
else {
const err45 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema127.properties.events.type,parentSchema:schema127.properties.events,data:data20};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.records !== undefined){
let data22 = data.records;
if(Array.isArray(data22)){
const len7 = data22.length;
for(let i7=0; i7<len7; i7++){
if(!(validate61(data22[i7], {instancePath:instancePath+"/records/" + i7,parentData:data22,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
else {
const err46 = {instancePath:instancePath+"/records",schemaPath:"#/properties/records/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema127.properties.records.type,parentSchema:schema127.properties.records,data:data22};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema127.type,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}
validate48.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const plan = validate65;
const schema182 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:plan","title":"Plan","description":"plan.json: what one reconcile run would do, as canonical JSON (RFC 8785). Applied at most once, and only where nothing that matters has changed.","type":"object","additionalProperties":false,"required":["format_version","kind","installation","tool_version","created_at","ops_inputs_digest","repos","plan_digest"],"properties":{"format_version":{"description":"Version of this format: minor is additive, a newer major is refused.","type":"string","pattern":"^1\\.\\d+$","x-expect":"a plan of format 1.x"},"kind":{"description":"Marks the document.","const":"plan"},"installation":{"description":"Installation that planned.","type":"string","minLength":1,"maxLength":2000},"tool_version":{"description":"Version of the tool that planned.","type":"string","minLength":1,"maxLength":2000},"created_at":{"$ref":"#/$defs/instant"},"ops_inputs_digest":{"description":"Digest of every ops repo file that was read.","$ref":"#/$defs/digest"},"repos":{"description":"One entry per active repo, by id.","type":"array","items":{"$ref":"#/$defs/repo_plan"}},"plan_digest":{"description":"SHA-256 of this document without this key, as canonical JSON.","$ref":"#/$defs/digest"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"digest":{"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"},"finding":{"description":"A finding.","type":"object","additionalProperties":false,"required":["code","severity","message"],"properties":{"code":{"description":"Rule.","type":"string","minLength":1,"maxLength":2000},"severity":{"description":"How bad.","enum":["error","warning","info"]},"message":{"description":"What is wrong.","type":"string","minLength":1,"maxLength":8000},"hint":{"description":"What to do.","type":"string","minLength":1,"maxLength":2000},"file":{"description":"File.","type":"string","minLength":1,"maxLength":2000},"line":{"description":"Line.","type":"integer","minimum":1,"maximum":10000000},"column":{"description":"Column.","type":"integer","minimum":1,"maximum":10000000},"path":{"description":"Place inside the document.","type":"array","items":{"type":["string","integer"]}},"target":{"description":"Key or value.","enum":["key","value"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"oid":{"description":"Object id of git.","type":"string","pattern":"^(?:[0-9a-f]{40}|[0-9a-f]{64})$","x-expect":"a git object id of 40 or 64 hex digits"},"path_plan":{"description":"One owned path. An absent value is left out.","type":"object","additionalProperties":false,"required":["pointer","class","row","ownership","reason","source"],"properties":{"pointer":{"$ref":"#/$defs/pointer"},"base":{"description":"Value last seen in sync.","anyOf":[{"type":"string"},{"type":"boolean"},{"type":"number"},{"type":"null"},{"type":"object","additionalProperties":true},{"type":"array"}]},"live":{"description":"Value on the default branch.","anyOf":[{"type":"string"},{"type":"boolean"},{"type":"number"},{"type":"null"},{"type":"object","additionalProperties":true},{"type":"array"}]},"desired":{"description":"Value the ops repo wants.","anyOf":[{"type":"string"},{"type":"boolean"},{"type":"number"},{"type":"null"},{"type":"object","additionalProperties":true},{"type":"array"}]},"class":{"description":"Class of this path.","enum":["in_sync","overridden","create","pending","drift","adoption","conflict","leaving","leaving_conflict","released","orphaned"]},"row":{"description":"Row of the table of classes that decided; 0: an override.","type":"integer","minimum":0,"maximum":11},"ownership":{"description":"Who owns it.","enum":["enforced","overridable","seed"]},"reason":{"description":"Why, in one sentence.","type":"string","minLength":1,"maxLength":2000},"source":{"description":"Where the desired value, or the path, comes from.","$ref":"#/$defs/source"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"phase_name":{"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"},"pointer":{"description":"RFC 6901 JSON pointer.","type":"string","pattern":"^(?:/(?:[^~/]|~[01])*)+$","x-expect":"a JSON pointer, such as /agents/coach/cron"},"relative_path":{"description":"Path inside a repository, with forward slashes.","type":"string","pattern":"^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$","maxLength":400,"x-expect":"a file inside the repository, with forward slashes, without '.', '..', '.git' or an empty part"},"repo_name":{"description":"Name of a repository or its owner on a forge.","type":"string","pattern":"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$","maxLength":100,"x-expect":"a repository or owner name of letters, digits, '.', '-' and '_'"},"repo_plan":{"description":"What would be done in one repo.","type":"object","additionalProperties":false,"required":["repo_id","forge","owner","repo","loop","mode","phase","wave","timezone","key","class","reason","inputs_digest","file","paths","edits","result_blob","change","gate","source","overrides"],"properties":{"repo_id":{"description":"Forge, owner and repo: local/coulomb/activity-core.","type":"string","minLength":1,"maxLength":2000},"forge":{"$ref":"#/$defs/slug"},"owner":{"$ref":"#/$defs/repo_name"},"repo":{"$ref":"#/$defs/repo_name"},"loop":{"$ref":"#/$defs/slug"},"mode":{"description":"What the ops repo does with the repo: run its values, or one of the ways of leaving; undeclared: it vanished from the roster.","enum":["run","disable","release","prune","undeclared"]},"phase":{"$ref":"#/$defs/phase_name"},"wave":{"description":"Wave.","type":"integer","minimum":0,"maximum":99},"timezone":{"description":"Zone of the crons in the schedule file, or of the loop.","$ref":"#/$defs/zone"},"key":{"description":"Proposal key.","type":"string","minLength":1,"maxLength":2000},"class":{"description":"Worst class of its paths, or what stops the repo.","enum":["in_sync","create","pending","drift","adoption","conflict","leaving","leaving_conflict","released","orphaned","opted_out","unknown","unsupported","ineligible","foreign_owner","moved"]},"reason":{"description":"Why, in one sentence.","type":"string","minLength":1,"maxLength":2000},"inputs_digest":{"description":"Digest of what this repo's desired values come from.","$ref":"#/$defs/digest"},"default_branch":{"description":"Branch that was read.","type":"string","minLength":1,"maxLength":2000},"head":{"$ref":"#/$defs/oid"},"file":{"$ref":"#/$defs/relative_path"},"blob":{"description":"Blob id of the file on the default branch; null: the file is absent.","anyOf":[{"$ref":"#/$defs/oid"},{"type":"null"}]},"paths":{"description":"Every owned path.","type":"array","items":{"$ref":"#/$defs/path_plan"}},"edits":{"description":"Byte edits, ascending: start, end, text.","type":"array","items":{"description":"Replaces bytes from start up to end by text.","type":"array","prefixItems":[{"type":"integer","minimum":0},{"type":"integer","minimum":0},{"type":"string"}],"minItems":3,"maxItems":3,"items":false}},"result_blob":{"description":"Blob id of the file after the edits; null: nothing to write.","anyOf":[{"$ref":"#/$defs/oid"},{"type":"null"}]},"change":{"description":"Digest of what the proposal means, not how it is worded; null: nothing to propose.","anyOf":[{"$ref":"#/$defs/digest"},{"type":"null"}]},"gate":{"description":"Whether a proposal may be opened or updated, as far as waves, windows and suspension go.","type":"object","additionalProperties":false,"required":["open"],"properties":{"open":{"description":"Whether it may.","type":"boolean"},"kind":{"description":"What shuts it.","enum":["suspended","wave","window","guard"]},"message":{"description":"In words.","type":"string","minLength":1,"maxLength":2000},"opens_at":{"description":"When it opens by itself, where that is known.","$ref":"#/$defs/instant"}}},"last_change":{"description":"The newest commit that changed the file, where a person should know: of drift, adoption, conflict.","type":"object","additionalProperties":false,"required":["commit","author","at"],"properties":{"commit":{"description":"Commit.","$ref":"#/$defs/oid"},"author":{"description":"Who wrote it, as the commit says.","type":"string","minLength":1,"maxLength":2000},"at":{"description":"When, as the commit says.","$ref":"#/$defs/instant"},"subject":{"description":"First line of its message.","type":"string","minLength":1,"maxLength":2000}}},"overrides":{"description":"Overrides of the roster entry.","type":"array","items":{"description":"An override.","type":"object","additionalProperties":false,"required":["pointer","state","expires_at","reason","owner"],"properties":{"pointer":{"description":"Overridden path.","$ref":"#/$defs/pointer"},"state":{"description":"expiring: ends within seven days.","enum":["live","expiring","expired"]},"expires_at":{"description":"When it ends.","$ref":"#/$defs/instant"},"reason":{"description":"Why.","type":"string","minLength":1,"maxLength":2000},"owner":{"description":"Who answers for it.","type":"string","minLength":1,"maxLength":2000}}}},"source":{"description":"The roster entry.","$ref":"#/$defs/source"},"because":{"description":"Why the repo leaves, as its roster entry says.","type":"string","minLength":1,"maxLength":2000},"notes":{"description":"What a person should know beside the class.","type":"array","items":{"description":"A sentence.","type":"string","minLength":1,"maxLength":2000}},"findings":{"description":"Why the file cannot be read or edited.","type":"array","items":{"$ref":"#/$defs/finding"}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"source":{"description":"Where a value comes from.","type":"object","additionalProperties":false,"required":["what"],"properties":{"file":{"description":"File, relative to the ops repo or the pilot repo.","type":"string","minLength":1,"maxLength":2000},"line":{"description":"Line, from 1.","type":"integer","minimum":1,"maximum":10000000},"column":{"description":"Column, from 1.","type":"integer","minimum":1,"maximum":10000000},"what":{"description":"What stands there: phase bootstrap, override, seed, base.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"zone":{"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"}}};
const schema183 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};
const schema184 = {"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"};
const pattern168 = new RegExp("^1\\.\\d+$", "u");
const schema185 = {"description":"What would be done in one repo.","type":"object","additionalProperties":false,"required":["repo_id","forge","owner","repo","loop","mode","phase","wave","timezone","key","class","reason","inputs_digest","file","paths","edits","result_blob","change","gate","source","overrides"],"properties":{"repo_id":{"description":"Forge, owner and repo: local/coulomb/activity-core.","type":"string","minLength":1,"maxLength":2000},"forge":{"$ref":"#/$defs/slug"},"owner":{"$ref":"#/$defs/repo_name"},"repo":{"$ref":"#/$defs/repo_name"},"loop":{"$ref":"#/$defs/slug"},"mode":{"description":"What the ops repo does with the repo: run its values, or one of the ways of leaving; undeclared: it vanished from the roster.","enum":["run","disable","release","prune","undeclared"]},"phase":{"$ref":"#/$defs/phase_name"},"wave":{"description":"Wave.","type":"integer","minimum":0,"maximum":99},"timezone":{"description":"Zone of the crons in the schedule file, or of the loop.","$ref":"#/$defs/zone"},"key":{"description":"Proposal key.","type":"string","minLength":1,"maxLength":2000},"class":{"description":"Worst class of its paths, or what stops the repo.","enum":["in_sync","create","pending","drift","adoption","conflict","leaving","leaving_conflict","released","orphaned","opted_out","unknown","unsupported","ineligible","foreign_owner","moved"]},"reason":{"description":"Why, in one sentence.","type":"string","minLength":1,"maxLength":2000},"inputs_digest":{"description":"Digest of what this repo's desired values come from.","$ref":"#/$defs/digest"},"default_branch":{"description":"Branch that was read.","type":"string","minLength":1,"maxLength":2000},"head":{"$ref":"#/$defs/oid"},"file":{"$ref":"#/$defs/relative_path"},"blob":{"description":"Blob id of the file on the default branch; null: the file is absent.","anyOf":[{"$ref":"#/$defs/oid"},{"type":"null"}]},"paths":{"description":"Every owned path.","type":"array","items":{"$ref":"#/$defs/path_plan"}},"edits":{"description":"Byte edits, ascending: start, end, text.","type":"array","items":{"description":"Replaces bytes from start up to end by text.","type":"array","prefixItems":[{"type":"integer","minimum":0},{"type":"integer","minimum":0},{"type":"string"}],"minItems":3,"maxItems":3,"items":false}},"result_blob":{"description":"Blob id of the file after the edits; null: nothing to write.","anyOf":[{"$ref":"#/$defs/oid"},{"type":"null"}]},"change":{"description":"Digest of what the proposal means, not how it is worded; null: nothing to propose.","anyOf":[{"$ref":"#/$defs/digest"},{"type":"null"}]},"gate":{"description":"Whether a proposal may be opened or updated, as far as waves, windows and suspension go.","type":"object","additionalProperties":false,"required":["open"],"properties":{"open":{"description":"Whether it may.","type":"boolean"},"kind":{"description":"What shuts it.","enum":["suspended","wave","window","guard"]},"message":{"description":"In words.","type":"string","minLength":1,"maxLength":2000},"opens_at":{"description":"When it opens by itself, where that is known.","$ref":"#/$defs/instant"}}},"last_change":{"description":"The newest commit that changed the file, where a person should know: of drift, adoption, conflict.","type":"object","additionalProperties":false,"required":["commit","author","at"],"properties":{"commit":{"description":"Commit.","$ref":"#/$defs/oid"},"author":{"description":"Who wrote it, as the commit says.","type":"string","minLength":1,"maxLength":2000},"at":{"description":"When, as the commit says.","$ref":"#/$defs/instant"},"subject":{"description":"First line of its message.","type":"string","minLength":1,"maxLength":2000}}},"overrides":{"description":"Overrides of the roster entry.","type":"array","items":{"description":"An override.","type":"object","additionalProperties":false,"required":["pointer","state","expires_at","reason","owner"],"properties":{"pointer":{"description":"Overridden path.","$ref":"#/$defs/pointer"},"state":{"description":"expiring: ends within seven days.","enum":["live","expiring","expired"]},"expires_at":{"description":"When it ends.","$ref":"#/$defs/instant"},"reason":{"description":"Why.","type":"string","minLength":1,"maxLength":2000},"owner":{"description":"Who answers for it.","type":"string","minLength":1,"maxLength":2000}}}},"source":{"description":"The roster entry.","$ref":"#/$defs/source"},"because":{"description":"Why the repo leaves, as its roster entry says.","type":"string","minLength":1,"maxLength":2000},"notes":{"description":"What a person should know beside the class.","type":"array","items":{"description":"A sentence.","type":"string","minLength":1,"maxLength":2000}},"findings":{"description":"Why the file cannot be read or edited.","type":"array","items":{"$ref":"#/$defs/finding"}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema186 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema187 = {"description":"Name of a repository or its owner on a forge.","type":"string","pattern":"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$","maxLength":100,"x-expect":"a repository or owner name of letters, digits, '.', '-' and '_'"};
const schema190 = {"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"};
const schema191 = {"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"};
const schema193 = {"description":"Object id of git.","type":"string","pattern":"^(?:[0-9a-f]{40}|[0-9a-f]{64})$","x-expect":"a git object id of 40 or 64 hex digits"};
const schema194 = {"description":"Path inside a repository, with forward slashes.","type":"string","pattern":"^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$","maxLength":400,"x-expect":"a file inside the repository, with forward slashes, without '.', '..', '.git' or an empty part"};
const schema197 = {"description":"RFC 6901 JSON pointer.","type":"string","pattern":"^(?:/(?:[^~/]|~[01])*)+$","x-expect":"a JSON pointer, such as /agents/coach/cron"};
const schema198 = {"description":"Where a value comes from.","type":"object","additionalProperties":false,"required":["what"],"properties":{"file":{"description":"File, relative to the ops repo or the pilot repo.","type":"string","minLength":1,"maxLength":2000},"line":{"description":"Line, from 1.","type":"integer","minimum":1,"maximum":10000000},"column":{"description":"Column, from 1.","type":"integer","minimum":1,"maximum":10000000},"what":{"description":"What stands there: phase bootstrap, override, seed, base.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema207 = {"description":"A finding.","type":"object","additionalProperties":false,"required":["code","severity","message"],"properties":{"code":{"description":"Rule.","type":"string","minLength":1,"maxLength":2000},"severity":{"description":"How bad.","enum":["error","warning","info"]},"message":{"description":"What is wrong.","type":"string","minLength":1,"maxLength":8000},"hint":{"description":"What to do.","type":"string","minLength":1,"maxLength":2000},"file":{"description":"File.","type":"string","minLength":1,"maxLength":2000},"line":{"description":"Line.","type":"integer","minimum":1,"maximum":10000000},"column":{"description":"Column.","type":"integer","minimum":1,"maximum":10000000},"path":{"description":"Place inside the document.","type":"array","items":{"type":["string","integer"]}},"target":{"description":"Key or value.","enum":["key","value"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const pattern179 = new RegExp("^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$", "u");
const pattern182 = new RegExp("^(?:/(?:[^~/]|~[01])*)+$", "u");
const schema196 = {"description":"One owned path. An absent value is left out.","type":"object","additionalProperties":false,"required":["pointer","class","row","ownership","reason","source"],"properties":{"pointer":{"$ref":"#/$defs/pointer"},"base":{"description":"Value last seen in sync.","anyOf":[{"type":"string"},{"type":"boolean"},{"type":"number"},{"type":"null"},{"type":"object","additionalProperties":true},{"type":"array"}]},"live":{"description":"Value on the default branch.","anyOf":[{"type":"string"},{"type":"boolean"},{"type":"number"},{"type":"null"},{"type":"object","additionalProperties":true},{"type":"array"}]},"desired":{"description":"Value the ops repo wants.","anyOf":[{"type":"string"},{"type":"boolean"},{"type":"number"},{"type":"null"},{"type":"object","additionalProperties":true},{"type":"array"}]},"class":{"description":"Class of this path.","enum":["in_sync","overridden","create","pending","drift","adoption","conflict","leaving","leaving_conflict","released","orphaned"]},"row":{"description":"Row of the table of classes that decided; 0: an override.","type":"integer","minimum":0,"maximum":11},"ownership":{"description":"Who owns it.","enum":["enforced","overridable","seed"]},"reason":{"description":"Why, in one sentence.","type":"string","minLength":1,"maxLength":2000},"source":{"description":"Where the desired value, or the path, comes from.","$ref":"#/$defs/source"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate67.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.pointer === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pointer"},message:"must have required property '"+"pointer"+"'",schema:schema196.required,parentSchema:schema196,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.class === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "class"},message:"must have required property '"+"class"+"'",schema:schema196.required,parentSchema:schema196,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.row === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "row"},message:"must have required property '"+"row"+"'",schema:schema196.required,parentSchema:schema196,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.ownership === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ownership"},message:"must have required property '"+"ownership"+"'",schema:schema196.required,parentSchema:schema196,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.reason === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema196.required,parentSchema:schema196,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.source === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema196.required,parentSchema:schema196,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema196.properties, key0)) || (pattern4.test(key0)))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema196,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.pointer !== undefined){
let data0 = data.pointer;
if(typeof data0 === "string"){
if(!pattern182.test(data0)){
const err7 = {instancePath:instancePath+"/pointer",schemaPath:"#/$defs/pointer/pattern",keyword:"pattern",params:{pattern: "^(?:/(?:[^~/]|~[01])*)+$"},message:"must match pattern \""+"^(?:/(?:[^~/]|~[01])*)+$"+"\"",schema:"^(?:/(?:[^~/]|~[01])*)+$",parentSchema:schema197,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/pointer",schemaPath:"#/$defs/pointer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema197.type,parentSchema:schema197,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.base !== undefined){
let data1 = data.base;
const _errs6 = errors;
let valid2 = false;
const _errs7 = errors;
if(typeof data1 !== "string"){
const err9 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema196.properties.base.anyOf[0].type,parentSchema:schema196.properties.base.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
const _errs9 = errors;
if(typeof data1 !== "boolean"){
const err10 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/anyOf/1/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema196.properties.base.anyOf[1].type,parentSchema:schema196.properties.base.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid2 = valid2 || _valid0;
const _errs11 = errors;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err11 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/anyOf/2/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema196.properties.base.anyOf[2].type,parentSchema:schema196.properties.base.anyOf[2],data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid2 = valid2 || _valid0;
const _errs13 = errors;
if(data1 !== null){
const err12 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/anyOf/3/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema196.properties.base.anyOf[3].type,parentSchema:schema196.properties.base.anyOf[3],data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid2 = valid2 || _valid0;
const _errs15 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
}
else {
const err13 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/anyOf/4/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema196.properties.base.anyOf[4].type,parentSchema:schema196.properties.base.anyOf[4],data:data1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs15 === errors;
valid2 = valid2 || _valid0;
const _errs18 = errors;
if(!(Array.isArray(data1))){
const err14 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/anyOf/5/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema196.properties.base.anyOf[5].type,parentSchema:schema196.properties.base.anyOf[5],data:data1};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid0 = _errs18 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err15 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema196.properties.base.anyOf,parentSchema:schema196.properties.base,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
}
if(data.live !== undefined){
let data2 = data.live;
const _errs21 = errors;
let valid3 = false;
const _errs22 = errors;
if(typeof data2 !== "string"){
const err16 = {instancePath:instancePath+"/live",schemaPath:"#/properties/live/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema196.properties.live.anyOf[0].type,parentSchema:schema196.properties.live.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid1 = _errs22 === errors;
valid3 = valid3 || _valid1;
const _errs24 = errors;
if(typeof data2 !== "boolean"){
const err17 = {instancePath:instancePath+"/live",schemaPath:"#/properties/live/anyOf/1/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema196.properties.live.anyOf[1].type,parentSchema:schema196.properties.live.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid1 = _errs24 === errors;
valid3 = valid3 || _valid1;
const _errs26 = errors;
if(!((typeof data2 == "number") && (isFinite(data2)))){
const err18 = {instancePath:instancePath+"/live",schemaPath:"#/properties/live/anyOf/2/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema196.properties.live.anyOf[2].type,parentSchema:schema196.properties.live.anyOf[2],data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid1 = _errs26 === errors;
valid3 = valid3 || _valid1;
const _errs28 = errors;
if(data2 !== null){
const err19 = {instancePath:instancePath+"/live",schemaPath:"#/properties/live/anyOf/3/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema196.properties.live.anyOf[3].type,parentSchema:schema196.properties.live.anyOf[3],data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid1 = _errs28 === errors;
valid3 = valid3 || _valid1;
const _errs30 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
}
else {
const err20 = {instancePath:instancePath+"/live",schemaPath:"#/properties/live/anyOf/4/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema196.properties.live.anyOf[4].type,parentSchema:schema196.properties.live.anyOf[4],data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid1 = _errs30 === errors;
valid3 = valid3 || _valid1;
const _errs33 = errors;
if(!(Array.isArray(data2))){
const err21 = {instancePath:instancePath+"/live",schemaPath:"#/properties/live/anyOf/5/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema196.properties.live.anyOf[5].type,parentSchema:schema196.properties.live.anyOf[5],data:data2};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var _valid1 = _errs33 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const err22 = {instancePath:instancePath+"/live",schemaPath:"#/properties/live/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema196.properties.live.anyOf,parentSchema:schema196.properties.live,data:data2};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
}
if(data.desired !== undefined){
let data3 = data.desired;
const _errs36 = errors;
let valid4 = false;
const _errs37 = errors;
if(typeof data3 !== "string"){
const err23 = {instancePath:instancePath+"/desired",schemaPath:"#/properties/desired/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema196.properties.desired.anyOf[0].type,parentSchema:schema196.properties.desired.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var _valid2 = _errs37 === errors;
valid4 = valid4 || _valid2;
const _errs39 = errors;
if(typeof data3 !== "boolean"){
const err24 = {instancePath:instancePath+"/desired",schemaPath:"#/properties/desired/anyOf/1/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema196.properties.desired.anyOf[1].type,parentSchema:schema196.properties.desired.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var _valid2 = _errs39 === errors;
valid4 = valid4 || _valid2;
const _errs41 = errors;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err25 = {instancePath:instancePath+"/desired",schemaPath:"#/properties/desired/anyOf/2/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema196.properties.desired.anyOf[2].type,parentSchema:schema196.properties.desired.anyOf[2],data:data3};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid2 = _errs41 === errors;
valid4 = valid4 || _valid2;
const _errs43 = errors;
if(data3 !== null){
const err26 = {instancePath:instancePath+"/desired",schemaPath:"#/properties/desired/anyOf/3/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema196.properties.desired.anyOf[3].type,parentSchema:schema196.properties.desired.anyOf[3],data:data3};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid2 = _errs43 === errors;
valid4 = valid4 || _valid2;
const _errs45 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
}
else {
const err27 = {instancePath:instancePath+"/desired",schemaPath:"#/properties/desired/anyOf/4/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema196.properties.desired.anyOf[4].type,parentSchema:schema196.properties.desired.anyOf[4],data:data3};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid2 = _errs45 === errors;
valid4 = valid4 || _valid2;
const _errs48 = errors;
if(!(Array.isArray(data3))){
const err28 = {instancePath:instancePath+"/desired",schemaPath:"#/properties/desired/anyOf/5/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema196.properties.desired.anyOf[5].type,parentSchema:schema196.properties.desired.anyOf[5],data:data3};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid2 = _errs48 === errors;
valid4 = valid4 || _valid2;
if(!valid4){
const err29 = {instancePath:instancePath+"/desired",schemaPath:"#/properties/desired/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema196.properties.desired.anyOf,parentSchema:schema196.properties.desired,data:data3};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
else {
errors = _errs36;
if(vErrors !== null){
if(_errs36){
vErrors.length = _errs36;
}
else {
vErrors = null;
}
}
}
}
if(data.class !== undefined){
let data4 = data.class;
if(!(((((((((((data4 === "in_sync") || (data4 === "overridden")) || (data4 === "create")) || (data4 === "pending")) || (data4 === "drift")) || (data4 === "adoption")) || (data4 === "conflict")) || (data4 === "leaving")) || (data4 === "leaving_conflict")) || (data4 === "released")) || (data4 === "orphaned"))){
const err30 = {instancePath:instancePath+"/class",schemaPath:"#/properties/class/enum",keyword:"enum",params:{allowedValues: schema196.properties.class.enum},message:"must be equal to one of the allowed values",schema:schema196.properties.class.enum,parentSchema:schema196.properties.class,data:data4};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.row !== undefined){
let data5 = data.row;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err31 = {instancePath:instancePath+"/row",schemaPath:"#/properties/row/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema196.properties.row.type,parentSchema:schema196.properties.row,data:data5};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 11 || isNaN(data5)){
const err32 = {instancePath:instancePath+"/row",schemaPath:"#/properties/row/maximum",keyword:"maximum",params:{comparison: "<=", limit: 11},message:"must be <= 11",schema:11,parentSchema:schema196.properties.row,data:data5};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err33 = {instancePath:instancePath+"/row",schemaPath:"#/properties/row/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema196.properties.row,data:data5};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data.ownership !== undefined){
let data6 = data.ownership;
if(!(((data6 === "enforced") || (data6 === "overridable")) || (data6 === "seed"))){
const err34 = {instancePath:instancePath+"/ownership",schemaPath:"#/properties/ownership/enum",keyword:"enum",params:{allowedValues: schema196.properties.ownership.enum},message:"must be equal to one of the allowed values",schema:schema196.properties.ownership.enum,parentSchema:schema196.properties.ownership,data:data6};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.reason !== undefined){
let data7 = data.reason;
if(typeof data7 === "string"){
if(func2(data7) > 2000){
const err35 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema196.properties.reason,data:data7};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(func2(data7) < 1){
const err36 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema196.properties.reason,data:data7};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema196.properties.reason.type,parentSchema:schema196.properties.reason,data:data7};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.source !== undefined){
let data8 = data.source;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.what === undefined){
const err38 = {instancePath:instancePath+"/source",schemaPath:"#/$defs/source/required",keyword:"required",params:{missingProperty: "what"},message:"must have required property '"+"what"+"'",schema:schema198.required,parentSchema:schema198,data:data8};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key1 in data8){
if(!(((((key1 === "file") || (key1 === "line")) || (key1 === "column")) || (key1 === "what")) || (pattern4.test(key1)))){
const err39 = {instancePath:instancePath+"/source",schemaPath:"#/$defs/source/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema198,data:data8};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data8.file !== undefined){
let data9 = data8.file;
if(typeof data9 === "string"){
if(func2(data9) > 2000){
const err40 = {instancePath:instancePath+"/source/file",schemaPath:"#/$defs/source/properties/file/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema198.properties.file,data:data9};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(func2(data9) < 1){
const err41 = {instancePath:instancePath+"/source/file",schemaPath:"#/$defs/source/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema198.properties.file,data:data9};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/source/file",schemaPath:"#/$defs/source/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema198.properties.file.type,parentSchema:schema198.properties.file,data:data9};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data8.line !== undefined){
let data10 = data8.line;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err43 = {instancePath:instancePath+"/source/line",schemaPath:"#/$defs/source/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema198.properties.line.type,parentSchema:schema198.properties.line,data:data10};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 10000000 || isNaN(data10)){
const err44 = {instancePath:instancePath+"/source/line",schemaPath:"#/$defs/source/properties/line/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},message:"must be <= 10000000",schema:10000000,parentSchema:schema198.properties.line,data:data10};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err45 = {instancePath:instancePath+"/source/line",schemaPath:"#/$defs/source/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema198.properties.line,data:data10};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
if(data8.column !== undefined){
let data11 = data8.column;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err46 = {instancePath:instancePath+"/source/column",schemaPath:"#/$defs/source/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema198.properties.column.type,parentSchema:schema198.properties.column,data:data11};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 10000000 || isNaN(data11)){
const err47 = {instancePath:instancePath+"/source/column",schemaPath:"#/$defs/source/properties/column/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},message:"must be <= 10000000",schema:10000000,parentSchema:schema198.properties.column,data:data11};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err48 = {instancePath:instancePath+"/source/column",schemaPath:"#/$defs/source/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema198.properties.column,data:data11};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data8.what !== undefined){
let data12 = data8.what;
if(typeof data12 === "string"){
if(func2(data12) > 2000){
const err49 = {instancePath:instancePath+"/source/what",schemaPath:"#/$defs/source/properties/what/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema198.properties.what,data:data12};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(func2(data12) < 1){
const err50 = {instancePath:instancePath+"/source/what",schemaPath:"#/$defs/source/properties/what/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema198.properties.what,data:data12};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/source/what",schemaPath:"#/$defs/source/properties/what/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema198.properties.what.type,parentSchema:schema198.properties.what,data:data12};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/source",schemaPath:"#/$defs/source/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema198.type,parentSchema:schema198,data:data8};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema196.type,parentSchema:schema196,data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}
validate67.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate66.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.repo_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repo_id"},message:"must have required property '"+"repo_id"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.forge === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "forge"},message:"must have required property '"+"forge"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.owner === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.repo === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.loop === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "loop"},message:"must have required property '"+"loop"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.mode === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.phase === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase"},message:"must have required property '"+"phase"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.wave === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "wave"},message:"must have required property '"+"wave"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.timezone === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timezone"},message:"must have required property '"+"timezone"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.key === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.class === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "class"},message:"must have required property '"+"class"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.reason === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.inputs_digest === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "inputs_digest"},message:"must have required property '"+"inputs_digest"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.file === undefined){
const err13 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.paths === undefined){
const err14 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "paths"},message:"must have required property '"+"paths"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data.edits === undefined){
const err15 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "edits"},message:"must have required property '"+"edits"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data.result_blob === undefined){
const err16 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "result_blob"},message:"must have required property '"+"result_blob"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data.change === undefined){
const err17 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "change"},message:"must have required property '"+"change"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data.gate === undefined){
const err18 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gate"},message:"must have required property '"+"gate"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data.source === undefined){
const err19 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data.overrides === undefined){
const err20 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "overrides"},message:"must have required property '"+"overrides"+"'",schema:schema185.required,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema185.properties, key0)) || (pattern4.test(key0)))){
const err21 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.repo_id !== undefined){
let data0 = data.repo_id;
if(typeof data0 === "string"){
if(func2(data0) > 2000){
const err22 = {instancePath:instancePath+"/repo_id",schemaPath:"#/properties/repo_id/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.repo_id,data:data0};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(func2(data0) < 1){
const err23 = {instancePath:instancePath+"/repo_id",schemaPath:"#/properties/repo_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.repo_id,data:data0};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/repo_id",schemaPath:"#/properties/repo_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.repo_id.type,parentSchema:schema185.properties.repo_id,data:data0};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.forge !== undefined){
let data1 = data.forge;
if(typeof data1 === "string"){
if(func2(data1) > 80){
const err25 = {instancePath:instancePath+"/forge",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema186,data:data1};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern5.test(data1)){
const err26 = {instancePath:instancePath+"/forge",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema186,data:data1};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/forge",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema186.type,parentSchema:schema186,data:data1};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.owner !== undefined){
let data2 = data.owner;
if(typeof data2 === "string"){
if(func2(data2) > 100){
const err28 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema187,data:data2};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern93.test(data2)){
const err29 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema187,data:data2};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema187.type,parentSchema:schema187,data:data2};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.repo !== undefined){
let data3 = data.repo;
if(typeof data3 === "string"){
if(func2(data3) > 100){
const err31 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema187,data:data3};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!pattern93.test(data3)){
const err32 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema187,data:data3};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema187.type,parentSchema:schema187,data:data3};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.loop !== undefined){
let data4 = data.loop;
if(typeof data4 === "string"){
if(func2(data4) > 80){
const err34 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema186,data:data4};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!pattern5.test(data4)){
const err35 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema186,data:data4};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema186.type,parentSchema:schema186,data:data4};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.mode !== undefined){
let data5 = data.mode;
if(!(((((data5 === "run") || (data5 === "disable")) || (data5 === "release")) || (data5 === "prune")) || (data5 === "undeclared"))){
const err37 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema185.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema185.properties.mode.enum,parentSchema:schema185.properties.mode,data:data5};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.phase !== undefined){
let data6 = data.phase;
if(typeof data6 === "string"){
if(func2(data6) > 40){
const err38 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema190,data:data6};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!pattern9.test(data6)){
const err39 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema190,data:data6};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema190.type,parentSchema:schema190,data:data6};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.wave !== undefined){
let data7 = data.wave;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err41 = {instancePath:instancePath+"/wave",schemaPath:"#/properties/wave/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema185.properties.wave.type,parentSchema:schema185.properties.wave,data:data7};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 99 || isNaN(data7)){
const err42 = {instancePath:instancePath+"/wave",schemaPath:"#/properties/wave/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema185.properties.wave,data:data7};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err43 = {instancePath:instancePath+"/wave",schemaPath:"#/properties/wave/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema185.properties.wave,data:data7};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data.timezone !== undefined){
let data8 = data.timezone;
if(typeof data8 === "string"){
if(func2(data8) > 64){
const err44 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema191,data:data8};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(func2(data8) < 1){
const err45 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema191,data:data8};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema191.type,parentSchema:schema191,data:data8};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.key !== undefined){
let data9 = data.key;
if(typeof data9 === "string"){
if(func2(data9) > 2000){
const err47 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.key,data:data9};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(func2(data9) < 1){
const err48 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.key,data:data9};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.key.type,parentSchema:schema185.properties.key,data:data9};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.class !== undefined){
let data10 = data.class;
if(!((((((((((((((((data10 === "in_sync") || (data10 === "create")) || (data10 === "pending")) || (data10 === "drift")) || (data10 === "adoption")) || (data10 === "conflict")) || (data10 === "leaving")) || (data10 === "leaving_conflict")) || (data10 === "released")) || (data10 === "orphaned")) || (data10 === "opted_out")) || (data10 === "unknown")) || (data10 === "unsupported")) || (data10 === "ineligible")) || (data10 === "foreign_owner")) || (data10 === "moved"))){
const err50 = {instancePath:instancePath+"/class",schemaPath:"#/properties/class/enum",keyword:"enum",params:{allowedValues: schema185.properties.class.enum},message:"must be equal to one of the allowed values",schema:schema185.properties.class.enum,parentSchema:schema185.properties.class,data:data10};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.reason !== undefined){
let data11 = data.reason;
if(typeof data11 === "string"){
if(func2(data11) > 2000){
const err51 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.reason,data:data11};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(func2(data11) < 1){
const err52 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.reason,data:data11};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.reason.type,parentSchema:schema185.properties.reason,data:data11};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.inputs_digest !== undefined){
let data12 = data.inputs_digest;
if(typeof data12 === "string"){
if(!pattern13.test(data12)){
const err54 = {instancePath:instancePath+"/inputs_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema184,data:data12};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/inputs_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema184.type,parentSchema:schema184,data:data12};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.default_branch !== undefined){
let data13 = data.default_branch;
if(typeof data13 === "string"){
if(func2(data13) > 2000){
const err56 = {instancePath:instancePath+"/default_branch",schemaPath:"#/properties/default_branch/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.default_branch,data:data13};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(func2(data13) < 1){
const err57 = {instancePath:instancePath+"/default_branch",schemaPath:"#/properties/default_branch/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.default_branch,data:data13};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/default_branch",schemaPath:"#/properties/default_branch/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.default_branch.type,parentSchema:schema185.properties.default_branch,data:data13};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.head !== undefined){
let data14 = data.head;
if(typeof data14 === "string"){
if(!pattern46.test(data14)){
const err59 = {instancePath:instancePath+"/head",schemaPath:"#/$defs/oid/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^(?:[0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema193,data:data14};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/head",schemaPath:"#/$defs/oid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema193.type,parentSchema:schema193,data:data14};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.file !== undefined){
let data15 = data.file;
if(typeof data15 === "string"){
if(func2(data15) > 400){
const err61 = {instancePath:instancePath+"/file",schemaPath:"#/$defs/relative_path/maxLength",keyword:"maxLength",params:{limit: 400},message:"must NOT have more than 400 characters",schema:400,parentSchema:schema194,data:data15};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(!pattern179.test(data15)){
const err62 = {instancePath:instancePath+"/file",schemaPath:"#/$defs/relative_path/pattern",keyword:"pattern",params:{pattern: "^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$"},message:"must match pattern \""+"^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$"+"\"",schema:"^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$",parentSchema:schema194,data:data15};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/file",schemaPath:"#/$defs/relative_path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema194.type,parentSchema:schema194,data:data15};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.blob !== undefined){
let data16 = data.blob;
const _errs42 = errors;
let valid10 = false;
const _errs43 = errors;
if(typeof data16 === "string"){
if(!pattern46.test(data16)){
const err64 = {instancePath:instancePath+"/blob",schemaPath:"#/$defs/oid/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^(?:[0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema193,data:data16};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/blob",schemaPath:"#/$defs/oid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema193.type,parentSchema:schema193,data:data16};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
var _valid0 = _errs43 === errors;
valid10 = valid10 || _valid0;
const _errs46 = errors;
if(data16 !== null){
const err66 = {instancePath:instancePath+"/blob",schemaPath:"#/properties/blob/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema185.properties.blob.anyOf[1].type,parentSchema:schema185.properties.blob.anyOf[1],data:data16};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
var _valid0 = _errs46 === errors;
valid10 = valid10 || _valid0;
if(!valid10){
const err67 = {instancePath:instancePath+"/blob",schemaPath:"#/properties/blob/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema185.properties.blob.anyOf,parentSchema:schema185.properties.blob,data:data16};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
else {
errors = _errs42;
if(vErrors !== null){
if(_errs42){
vErrors.length = _errs42;
}
else {
vErrors = null;
}
}
}
}
if(data.paths !== undefined){
let data17 = data.paths;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0; i0<len0; i0++){
if(!(validate67(data17[i0], {instancePath:instancePath+"/paths/" + i0,parentData:data17,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
}
else {
const err68 = {instancePath:instancePath+"/paths",schemaPath:"#/properties/paths/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema185.properties.paths.type,parentSchema:schema185.properties.paths,data:data17};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data.edits !== undefined){
let data19 = data.edits;
if(Array.isArray(data19)){
const len1 = data19.length;
for(let i1=0; i1<len1; i1++){
let data20 = data19[i1];
if(Array.isArray(data20)){
if(data20.length > 3){
const err69 = {instancePath:instancePath+"/edits/" + i1,schemaPath:"#/properties/edits/items/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items",schema:3,parentSchema:schema185.properties.edits.items,data:data20};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data20.length < 3){
const err70 = {instancePath:instancePath+"/edits/" + i1,schemaPath:"#/properties/edits/items/minItems",keyword:"minItems",params:{limit: 3},message:"must NOT have fewer than 3 items",schema:3,parentSchema:schema185.properties.edits.items,data:data20};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
const len2 = data20.length;
if(len2 > 0){
let data21 = data20[0];
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err71 = {instancePath:instancePath+"/edits/" + i1+"/0",schemaPath:"#/properties/edits/items/prefixItems/0/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema185.properties.edits.items.prefixItems[0].type,parentSchema:schema185.properties.edits.items.prefixItems[0],data:data21};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
const err72 = {instancePath:instancePath+"/edits/" + i1+"/0",schemaPath:"#/properties/edits/items/prefixItems/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema185.properties.edits.items.prefixItems[0],data:data21};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(len2 > 1){
let data22 = data20[1];
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err73 = {instancePath:instancePath+"/edits/" + i1+"/1",schemaPath:"#/properties/edits/items/prefixItems/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema185.properties.edits.items.prefixItems[1].type,parentSchema:schema185.properties.edits.items.prefixItems[1],data:data22};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err74 = {instancePath:instancePath+"/edits/" + i1+"/1",schemaPath:"#/properties/edits/items/prefixItems/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema185.properties.edits.items.prefixItems[1],data:data22};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
if(len2 > 2){
let data23 = data20[2];
if(typeof data23 !== "string"){
const err75 = {instancePath:instancePath+"/edits/" + i1+"/2",schemaPath:"#/properties/edits/items/prefixItems/2/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.edits.items.prefixItems[2].type,parentSchema:schema185.properties.edits.items.prefixItems[2],data:data23};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
const len3 = data20.length;
if(!(len3 <= 3)){
const err76 = {instancePath:instancePath+"/edits/" + i1,schemaPath:"#/properties/edits/items/items",keyword:"items",params:{limit: 3},message:"must NOT have more than 3 items",schema:false,parentSchema:schema185.properties.edits.items,data:data20};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/edits/" + i1,schemaPath:"#/properties/edits/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema185.properties.edits.items.type,parentSchema:schema185.properties.edits.items,data:data20};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/edits",schemaPath:"#/properties/edits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema185.properties.edits.type,parentSchema:schema185.properties.edits,data:data19};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data.result_blob !== undefined){
let data24 = data.result_blob;
const _errs62 = errors;
let valid17 = false;
const _errs63 = errors;
if(typeof data24 === "string"){
if(!pattern46.test(data24)){
const err79 = {instancePath:instancePath+"/result_blob",schemaPath:"#/$defs/oid/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^(?:[0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema193,data:data24};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/result_blob",schemaPath:"#/$defs/oid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema193.type,parentSchema:schema193,data:data24};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
var _valid1 = _errs63 === errors;
valid17 = valid17 || _valid1;
const _errs66 = errors;
if(data24 !== null){
const err81 = {instancePath:instancePath+"/result_blob",schemaPath:"#/properties/result_blob/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema185.properties.result_blob.anyOf[1].type,parentSchema:schema185.properties.result_blob.anyOf[1],data:data24};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
var _valid1 = _errs66 === errors;
valid17 = valid17 || _valid1;
if(!valid17){
const err82 = {instancePath:instancePath+"/result_blob",schemaPath:"#/properties/result_blob/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema185.properties.result_blob.anyOf,parentSchema:schema185.properties.result_blob,data:data24};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
else {
errors = _errs62;
if(vErrors !== null){
if(_errs62){
vErrors.length = _errs62;
}
else {
vErrors = null;
}
}
}
}
if(data.change !== undefined){
let data25 = data.change;
const _errs69 = errors;
let valid19 = false;
const _errs70 = errors;
if(typeof data25 === "string"){
if(!pattern13.test(data25)){
const err83 = {instancePath:instancePath+"/change",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema184,data:data25};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/change",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema184.type,parentSchema:schema184,data:data25};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
var _valid2 = _errs70 === errors;
valid19 = valid19 || _valid2;
const _errs73 = errors;
if(data25 !== null){
const err85 = {instancePath:instancePath+"/change",schemaPath:"#/properties/change/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema185.properties.change.anyOf[1].type,parentSchema:schema185.properties.change.anyOf[1],data:data25};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
var _valid2 = _errs73 === errors;
valid19 = valid19 || _valid2;
if(!valid19){
const err86 = {instancePath:instancePath+"/change",schemaPath:"#/properties/change/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema185.properties.change.anyOf,parentSchema:schema185.properties.change,data:data25};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
else {
errors = _errs69;
if(vErrors !== null){
if(_errs69){
vErrors.length = _errs69;
}
else {
vErrors = null;
}
}
}
}
if(data.gate !== undefined){
let data26 = data.gate;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.open === undefined){
const err87 = {instancePath:instancePath+"/gate",schemaPath:"#/properties/gate/required",keyword:"required",params:{missingProperty: "open"},message:"must have required property '"+"open"+"'",schema:schema185.properties.gate.required,parentSchema:schema185.properties.gate,data:data26};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
for(const key1 in data26){
if(!((((key1 === "open") || (key1 === "kind")) || (key1 === "message")) || (key1 === "opens_at"))){
const err88 = {instancePath:instancePath+"/gate",schemaPath:"#/properties/gate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema185.properties.gate,data:data26};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data26.open !== undefined){
let data27 = data26.open;
if(typeof data27 !== "boolean"){
const err89 = {instancePath:instancePath+"/gate/open",schemaPath:"#/properties/gate/properties/open/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema185.properties.gate.properties.open.type,parentSchema:schema185.properties.gate.properties.open,data:data27};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data26.kind !== undefined){
let data28 = data26.kind;
if(!((((data28 === "suspended") || (data28 === "wave")) || (data28 === "window")) || (data28 === "guard"))){
const err90 = {instancePath:instancePath+"/gate/kind",schemaPath:"#/properties/gate/properties/kind/enum",keyword:"enum",params:{allowedValues: schema185.properties.gate.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema185.properties.gate.properties.kind.enum,parentSchema:schema185.properties.gate.properties.kind,data:data28};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data26.message !== undefined){
let data29 = data26.message;
if(typeof data29 === "string"){
if(func2(data29) > 2000){
const err91 = {instancePath:instancePath+"/gate/message",schemaPath:"#/properties/gate/properties/message/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.gate.properties.message,data:data29};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(func2(data29) < 1){
const err92 = {instancePath:instancePath+"/gate/message",schemaPath:"#/properties/gate/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.gate.properties.message,data:data29};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/gate/message",schemaPath:"#/properties/gate/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.gate.properties.message.type,parentSchema:schema185.properties.gate.properties.message,data:data29};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data26.opens_at !== undefined){
let data30 = data26.opens_at;
if(typeof data30 === "string"){
if(!pattern14.test(data30)){
const err94 = {instancePath:instancePath+"/gate/opens_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema183,data:data30};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/gate/opens_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema183.type,parentSchema:schema183,data:data30};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath:instancePath+"/gate",schemaPath:"#/properties/gate/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema185.properties.gate.type,parentSchema:schema185.properties.gate,data:data26};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data.last_change !== undefined){
let data31 = data.last_change;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.commit === undefined){
const err97 = {instancePath:instancePath+"/last_change",schemaPath:"#/properties/last_change/required",keyword:"required",params:{missingProperty: "commit"},message:"must have required property '"+"commit"+"'",schema:schema185.properties.last_change.required,parentSchema:schema185.properties.last_change,data:data31};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data31.author === undefined){
const err98 = {instancePath:instancePath+"/last_change",schemaPath:"#/properties/last_change/required",keyword:"required",params:{missingProperty: "author"},message:"must have required property '"+"author"+"'",schema:schema185.properties.last_change.required,parentSchema:schema185.properties.last_change,data:data31};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data31.at === undefined){
const err99 = {instancePath:instancePath+"/last_change",schemaPath:"#/properties/last_change/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'",schema:schema185.properties.last_change.required,parentSchema:schema185.properties.last_change,data:data31};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
for(const key2 in data31){
if(!((((key2 === "commit") || (key2 === "author")) || (key2 === "at")) || (key2 === "subject"))){
const err100 = {instancePath:instancePath+"/last_change",schemaPath:"#/properties/last_change/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema185.properties.last_change,data:data31};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data31.commit !== undefined){
let data32 = data31.commit;
if(typeof data32 === "string"){
if(!pattern46.test(data32)){
const err101 = {instancePath:instancePath+"/last_change/commit",schemaPath:"#/$defs/oid/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^(?:[0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema193,data:data32};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/last_change/commit",schemaPath:"#/$defs/oid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema193.type,parentSchema:schema193,data:data32};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data31.author !== undefined){
let data33 = data31.author;
if(typeof data33 === "string"){
if(func2(data33) > 2000){
const err103 = {instancePath:instancePath+"/last_change/author",schemaPath:"#/properties/last_change/properties/author/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.last_change.properties.author,data:data33};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(func2(data33) < 1){
const err104 = {instancePath:instancePath+"/last_change/author",schemaPath:"#/properties/last_change/properties/author/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.last_change.properties.author,data:data33};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/last_change/author",schemaPath:"#/properties/last_change/properties/author/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.last_change.properties.author.type,parentSchema:schema185.properties.last_change.properties.author,data:data33};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data31.at !== undefined){
let data34 = data31.at;
if(typeof data34 === "string"){
if(!pattern14.test(data34)){
const err106 = {instancePath:instancePath+"/last_change/at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema183,data:data34};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/last_change/at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema183.type,parentSchema:schema183,data:data34};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data31.subject !== undefined){
let data35 = data31.subject;
if(typeof data35 === "string"){
if(func2(data35) > 2000){
const err108 = {instancePath:instancePath+"/last_change/subject",schemaPath:"#/properties/last_change/properties/subject/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.last_change.properties.subject,data:data35};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(func2(data35) < 1){
const err109 = {instancePath:instancePath+"/last_change/subject",schemaPath:"#/properties/last_change/properties/subject/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.last_change.properties.subject,data:data35};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/last_change/subject",schemaPath:"#/properties/last_change/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.last_change.properties.subject.type,parentSchema:schema185.properties.last_change.properties.subject,data:data35};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
else {
const err111 = {instancePath:instancePath+"/last_change",schemaPath:"#/properties/last_change/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema185.properties.last_change.type,parentSchema:schema185.properties.last_change,data:data31};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data.overrides !== undefined){
let data36 = data.overrides;
if(Array.isArray(data36)){
const len4 = data36.length;
for(let i2=0; i2<len4; i2++){
let data37 = data36[i2];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.pointer === undefined){
const err112 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "pointer"},message:"must have required property '"+"pointer"+"'",schema:schema185.properties.overrides.items.required,parentSchema:schema185.properties.overrides.items,data:data37};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data37.state === undefined){
const err113 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema185.properties.overrides.items.required,parentSchema:schema185.properties.overrides.items,data:data37};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data37.expires_at === undefined){
const err114 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "expires_at"},message:"must have required property '"+"expires_at"+"'",schema:schema185.properties.overrides.items.required,parentSchema:schema185.properties.overrides.items,data:data37};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data37.reason === undefined){
const err115 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema185.properties.overrides.items.required,parentSchema:schema185.properties.overrides.items,data:data37};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data37.owner === undefined){
const err116 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema185.properties.overrides.items.required,parentSchema:schema185.properties.overrides.items,data:data37};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
for(const key3 in data37){
if(!(((((key3 === "pointer") || (key3 === "state")) || (key3 === "expires_at")) || (key3 === "reason")) || (key3 === "owner"))){
const err117 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema185.properties.overrides.items,data:data37};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data37.pointer !== undefined){
let data38 = data37.pointer;
if(typeof data38 === "string"){
if(!pattern182.test(data38)){
const err118 = {instancePath:instancePath+"/overrides/" + i2+"/pointer",schemaPath:"#/$defs/pointer/pattern",keyword:"pattern",params:{pattern: "^(?:/(?:[^~/]|~[01])*)+$"},message:"must match pattern \""+"^(?:/(?:[^~/]|~[01])*)+$"+"\"",schema:"^(?:/(?:[^~/]|~[01])*)+$",parentSchema:schema197,data:data38};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/overrides/" + i2+"/pointer",schemaPath:"#/$defs/pointer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema197.type,parentSchema:schema197,data:data38};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data37.state !== undefined){
let data39 = data37.state;
if(!(((data39 === "live") || (data39 === "expiring")) || (data39 === "expired"))){
const err120 = {instancePath:instancePath+"/overrides/" + i2+"/state",schemaPath:"#/properties/overrides/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema185.properties.overrides.items.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema185.properties.overrides.items.properties.state.enum,parentSchema:schema185.properties.overrides.items.properties.state,data:data39};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data37.expires_at !== undefined){
let data40 = data37.expires_at;
if(typeof data40 === "string"){
if(!pattern14.test(data40)){
const err121 = {instancePath:instancePath+"/overrides/" + i2+"/expires_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema183,data:data40};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/overrides/" + i2+"/expires_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema183.type,parentSchema:schema183,data:data40};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data37.reason !== undefined){
let data41 = data37.reason;
if(typeof data41 === "string"){
if(func2(data41) > 2000){
const err123 = {instancePath:instancePath+"/overrides/" + i2+"/reason",schemaPath:"#/properties/overrides/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.overrides.items.properties.reason,data:data41};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(func2(data41) < 1){
const err124 = {instancePath:instancePath+"/overrides/" + i2+"/reason",schemaPath:"#/properties/overrides/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.overrides.items.properties.reason,data:data41};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/overrides/" + i2+"/reason",schemaPath:"#/properties/overrides/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.overrides.items.properties.reason.type,parentSchema:schema185.properties.overrides.items.properties.reason,data:data41};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data37.owner !== undefined){
let data42 = data37.owner;
if(typeof data42 === "string"){
if(func2(data42) > 2000){
const err126 = {instancePath:instancePath+"/overrides/" + i2+"/owner",schemaPath:"#/properties/overrides/items/properties/owner/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.overrides.items.properties.owner,data:data42};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(func2(data42) < 1){
const err127 = {instancePath:instancePath+"/overrides/" + i2+"/owner",schemaPath:"#/properties/overrides/items/properties/owner/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.overrides.items.properties.owner,data:data42};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
else {
const err128 = {instancePath:instancePath+"/overrides/" + i2+"/owner",schemaPath:"#/properties/overrides/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.overrides.items.properties.owner.type,parentSchema:schema185.properties.overrides.items.properties.owner,data:data42};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema185.properties.overrides.items.type,parentSchema:schema185.properties.overrides.items,data:data37};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
else {
const err130 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema185.properties.overrides.type,parentSchema:schema185.properties.overrides,data:data36};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data.source !== undefined){
let data43 = data.source;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.what === undefined){
const err131 = {instancePath:instancePath+"/source",schemaPath:"#/$defs/source/required",keyword:"required",params:{missingProperty: "what"},message:"must have required property '"+"what"+"'",schema:schema198.required,parentSchema:schema198,data:data43};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
for(const key4 in data43){
if(!(((((key4 === "file") || (key4 === "line")) || (key4 === "column")) || (key4 === "what")) || (pattern4.test(key4)))){
const err132 = {instancePath:instancePath+"/source",schemaPath:"#/$defs/source/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema198,data:data43};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data43.file !== undefined){
let data44 = data43.file;
if(typeof data44 === "string"){
if(func2(data44) > 2000){
const err133 = {instancePath:instancePath+"/source/file",schemaPath:"#/$defs/source/properties/file/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema198.properties.file,data:data44};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(func2(data44) < 1){
const err134 = {instancePath:instancePath+"/source/file",schemaPath:"#/$defs/source/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema198.properties.file,data:data44};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/source/file",schemaPath:"#/$defs/source/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema198.properties.file.type,parentSchema:schema198.properties.file,data:data44};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data43.line !== undefined){
let data45 = data43.line;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err136 = {instancePath:instancePath+"/source/line",schemaPath:"#/$defs/source/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema198.properties.line.type,parentSchema:schema198.properties.line,data:data45};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 10000000 || isNaN(data45)){
const err137 = {instancePath:instancePath+"/source/line",schemaPath:"#/$defs/source/properties/line/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},message:"must be <= 10000000",schema:10000000,parentSchema:schema198.properties.line,data:data45};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data45 < 1 || isNaN(data45)){
const err138 = {instancePath:instancePath+"/source/line",schemaPath:"#/$defs/source/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema198.properties.line,data:data45};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
if(data43.column !== undefined){
let data46 = data43.column;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
const err139 = {instancePath:instancePath+"/source/column",schemaPath:"#/$defs/source/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema198.properties.column.type,parentSchema:schema198.properties.column,data:data46};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 > 10000000 || isNaN(data46)){
const err140 = {instancePath:instancePath+"/source/column",schemaPath:"#/$defs/source/properties/column/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},message:"must be <= 10000000",schema:10000000,parentSchema:schema198.properties.column,data:data46};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data46 < 1 || isNaN(data46)){
const err141 = {instancePath:instancePath+"/source/column",schemaPath:"#/$defs/source/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema198.properties.column,data:data46};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
if(data43.what !== undefined){
let data47 = data43.what;
if(typeof data47 === "string"){
if(func2(data47) > 2000){
const err142 = {instancePath:instancePath+"/source/what",schemaPath:"#/$defs/source/properties/what/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema198.properties.what,data:data47};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(func2(data47) < 1){
const err143 = {instancePath:instancePath+"/source/what",schemaPath:"#/$defs/source/properties/what/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema198.properties.what,data:data47};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/source/what",schemaPath:"#/$defs/source/properties/what/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema198.properties.what.type,parentSchema:schema198.properties.what,data:data47};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/source",schemaPath:"#/$defs/source/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema198.type,parentSchema:schema198,data:data43};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data.because !== undefined){
let data48 = data.because;
if(typeof data48 === "string"){
if(func2(data48) > 2000){
const err146 = {instancePath:instancePath+"/because",schemaPath:"#/properties/because/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.because,data:data48};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(func2(data48) < 1){
const err147 = {instancePath:instancePath+"/because",schemaPath:"#/properties/because/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.because,data:data48};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/because",schemaPath:"#/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.because.type,parentSchema:schema185.properties.because,data:data48};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data.notes !== undefined){
let data49 = data.notes;
if(Array.isArray(data49)){
const len5 = data49.length;
for(let i3=0; i3<len5; i3++){
let data50 = data49[i3];
if(typeof data50 === "string"){
if(func2(data50) > 2000){
const err149 = {instancePath:instancePath+"/notes/" + i3,schemaPath:"#/properties/notes/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema185.properties.notes.items,data:data50};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(func2(data50) < 1){
const err150 = {instancePath:instancePath+"/notes/" + i3,schemaPath:"#/properties/notes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema185.properties.notes.items,data:data50};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/notes/" + i3,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema185.properties.notes.items.type,parentSchema:schema185.properties.notes.items,data:data50};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
else {
const err152 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema185.properties.notes.type,parentSchema:schema185.properties.notes,data:data49};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data.findings !== undefined){
let data51 = data.findings;
if(Array.isArray(data51)){
const len6 = data51.length;
for(let i4=0; i4<len6; i4++){
let data52 = data51[i4];
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.code === undefined){
const err153 = {instancePath:instancePath+"/findings/" + i4,schemaPath:"#/$defs/finding/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'",schema:schema207.required,parentSchema:schema207,data:data52};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data52.severity === undefined){
const err154 = {instancePath:instancePath+"/findings/" + i4,schemaPath:"#/$defs/finding/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'",schema:schema207.required,parentSchema:schema207,data:data52};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data52.message === undefined){
const err155 = {instancePath:instancePath+"/findings/" + i4,schemaPath:"#/$defs/finding/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema207.required,parentSchema:schema207,data:data52};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
for(const key5 in data52){
if(!((func1.call(schema207.properties, key5)) || (pattern4.test(key5)))){
const err156 = {instancePath:instancePath+"/findings/" + i4,schemaPath:"#/$defs/finding/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema207,data:data52};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data52.code !== undefined){
let data53 = data52.code;
if(typeof data53 === "string"){
if(func2(data53) > 2000){
const err157 = {instancePath:instancePath+"/findings/" + i4+"/code",schemaPath:"#/$defs/finding/properties/code/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema207.properties.code,data:data53};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(func2(data53) < 1){
const err158 = {instancePath:instancePath+"/findings/" + i4+"/code",schemaPath:"#/$defs/finding/properties/code/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema207.properties.code,data:data53};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
else {
const err159 = {instancePath:instancePath+"/findings/" + i4+"/code",schemaPath:"#/$defs/finding/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema207.properties.code.type,parentSchema:schema207.properties.code,data:data53};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data52.severity !== undefined){
let data54 = data52.severity;
if(!(((data54 === "error") || (data54 === "warning")) || (data54 === "info"))){
const err160 = {instancePath:instancePath+"/findings/" + i4+"/severity",schemaPath:"#/$defs/finding/properties/severity/enum",keyword:"enum",params:{allowedValues: schema207.properties.severity.enum},message:"must be equal to one of the allowed values",schema:schema207.properties.severity.enum,parentSchema:schema207.properties.severity,data:data54};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data52.message !== undefined){
let data55 = data52.message;
if(typeof data55 === "string"){
if(func2(data55) > 8000){
const err161 = {instancePath:instancePath+"/findings/" + i4+"/message",schemaPath:"#/$defs/finding/properties/message/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters",schema:8000,parentSchema:schema207.properties.message,data:data55};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(func2(data55) < 1){
const err162 = {instancePath:instancePath+"/findings/" + i4+"/message",schemaPath:"#/$defs/finding/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema207.properties.message,data:data55};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/findings/" + i4+"/message",schemaPath:"#/$defs/finding/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema207.properties.message.type,parentSchema:schema207.properties.message,data:data55};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data52.hint !== undefined){
let data56 = data52.hint;
if(typeof data56 === "string"){
if(func2(data56) > 2000){
const err164 = {instancePath:instancePath+"/findings/" + i4+"/hint",schemaPath:"#/$defs/finding/properties/hint/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema207.properties.hint,data:data56};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(func2(data56) < 1){
const err165 = {instancePath:instancePath+"/findings/" + i4+"/hint",schemaPath:"#/$defs/finding/properties/hint/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema207.properties.hint,data:data56};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
else {
const err166 = {instancePath:instancePath+"/findings/" + i4+"/hint",schemaPath:"#/$defs/finding/properties/hint/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema207.properties.hint.type,parentSchema:schema207.properties.hint,data:data56};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data52.file !== undefined){
let data57 = data52.file;
if(typeof data57 === "string"){
if(func2(data57) > 2000){
const err167 = {instancePath:instancePath+"/findings/" + i4+"/file",schemaPath:"#/$defs/finding/properties/file/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema207.properties.file,data:data57};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(func2(data57) < 1){
const err168 = {instancePath:instancePath+"/findings/" + i4+"/file",schemaPath:"#/$defs/finding/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema207.properties.file,data:data57};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
else {
const err169 = {instancePath:instancePath+"/findings/" + i4+"/file",schemaPath:"#/$defs/finding/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema207.properties.file.type,parentSchema:schema207.properties.file,data:data57};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data52.line !== undefined){
let data58 = data52.line;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err170 = {instancePath:instancePath+"/findings/" + i4+"/line",schemaPath:"#/$defs/finding/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema207.properties.line.type,parentSchema:schema207.properties.line,data:data58};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 10000000 || isNaN(data58)){
const err171 = {instancePath:instancePath+"/findings/" + i4+"/line",schemaPath:"#/$defs/finding/properties/line/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},message:"must be <= 10000000",schema:10000000,parentSchema:schema207.properties.line,data:data58};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(data58 < 1 || isNaN(data58)){
const err172 = {instancePath:instancePath+"/findings/" + i4+"/line",schemaPath:"#/$defs/finding/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema207.properties.line,data:data58};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
if(data52.column !== undefined){
let data59 = data52.column;
if(!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))){
const err173 = {instancePath:instancePath+"/findings/" + i4+"/column",schemaPath:"#/$defs/finding/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema207.properties.column.type,parentSchema:schema207.properties.column,data:data59};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 > 10000000 || isNaN(data59)){
const err174 = {instancePath:instancePath+"/findings/" + i4+"/column",schemaPath:"#/$defs/finding/properties/column/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},message:"must be <= 10000000",schema:10000000,parentSchema:schema207.properties.column,data:data59};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(data59 < 1 || isNaN(data59)){
const err175 = {instancePath:instancePath+"/findings/" + i4+"/column",schemaPath:"#/$defs/finding/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema207.properties.column,data:data59};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
if(data52.path !== undefined){
let data60 = data52.path;
if(Array.isArray(data60)){
const len7 = data60.length;
for(let i5=0; i5<len7; i5++){
let data61 = data60[i5];
if((typeof data61 !== "string") && (!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61))))){
const err176 = {instancePath:instancePath+"/findings/" + i4+"/path/" + i5,schemaPath:"#/$defs/finding/properties/path/items/type",keyword:"type",params:{type: schema207.properties.path.items.type},message:"must be string,integer",schema:schema207.properties.path.items.type,parentSchema:schema207.properties.path.items,data:data61};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
else {
const err177 = {instancePath:instancePath+"/findings/" + i4+"/path",schemaPath:"#/$defs/finding/properties/path/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema207.properties.path.type,parentSchema:schema207.properties.path,data:data60};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data52.target !== undefined){
let data62 = data52.target;
if(!((data62 === "key") || (data62 === "value"))){
const err178 = {instancePath:instancePath+"/findings/" + i4+"/target",schemaPath:"#/$defs/finding/properties/target/enum",keyword:"enum",params:{allowedValues: schema207.properties.target.enum},message:"must be equal to one of the allowed values",schema:schema207.properties.target.enum,parentSchema:schema207.properties.target,data:data62};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
}
else {
const err179 = {instancePath:instancePath+"/findings/" + i4,schemaPath:"#/$defs/finding/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema207.type,parentSchema:schema207,data:data52};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
else {
const err180 = {instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema185.properties.findings.type,parentSchema:schema185.properties.findings,data:data51};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema185.type,parentSchema:schema185,data};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
validate66.errors = vErrors;
return errors === 0;
}
validate66.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:plan" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate65.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.format_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format_version"},message:"must have required property '"+"format_version"+"'",schema:schema182.required,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema182.required,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.installation === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "installation"},message:"must have required property '"+"installation"+"'",schema:schema182.required,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.tool_version === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tool_version"},message:"must have required property '"+"tool_version"+"'",schema:schema182.required,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.created_at === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'",schema:schema182.required,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.ops_inputs_digest === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ops_inputs_digest"},message:"must have required property '"+"ops_inputs_digest"+"'",schema:schema182.required,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.repos === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repos"},message:"must have required property '"+"repos"+"'",schema:schema182.required,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.plan_digest === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "plan_digest"},message:"must have required property '"+"plan_digest"+"'",schema:schema182.required,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key0 in data){
if(!(((((((((key0 === "format_version") || (key0 === "kind")) || (key0 === "installation")) || (key0 === "tool_version")) || (key0 === "created_at")) || (key0 === "ops_inputs_digest")) || (key0 === "repos")) || (key0 === "plan_digest")) || (pattern4.test(key0)))){
const err8 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.format_version !== undefined){
let data0 = data.format_version;
if(typeof data0 === "string"){
if(!pattern168.test(data0)){
const err9 = {instancePath:instancePath+"/format_version",schemaPath:"#/properties/format_version/pattern",keyword:"pattern",params:{pattern: "^1\\.\\d+$"},message:"must match pattern \""+"^1\\.\\d+$"+"\"",schema:"^1\\.\\d+$",parentSchema:schema182.properties.format_version,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/format_version",schemaPath:"#/properties/format_version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema182.properties.format_version.type,parentSchema:schema182.properties.format_version,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if("plan" !== data1){
const err11 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "plan"},message:"must be equal to constant",schema:"plan",parentSchema:schema182.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.installation !== undefined){
let data2 = data.installation;
if(typeof data2 === "string"){
if(func2(data2) > 2000){
const err12 = {instancePath:instancePath+"/installation",schemaPath:"#/properties/installation/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema182.properties.installation,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func2(data2) < 1){
const err13 = {instancePath:instancePath+"/installation",schemaPath:"#/properties/installation/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema182.properties.installation,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/installation",schemaPath:"#/properties/installation/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema182.properties.installation.type,parentSchema:schema182.properties.installation,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.tool_version !== undefined){
let data3 = data.tool_version;
if(typeof data3 === "string"){
if(func2(data3) > 2000){
const err15 = {instancePath:instancePath+"/tool_version",schemaPath:"#/properties/tool_version/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema182.properties.tool_version,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func2(data3) < 1){
const err16 = {instancePath:instancePath+"/tool_version",schemaPath:"#/properties/tool_version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema182.properties.tool_version,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/tool_version",schemaPath:"#/properties/tool_version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema182.properties.tool_version.type,parentSchema:schema182.properties.tool_version,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.created_at !== undefined){
let data4 = data.created_at;
if(typeof data4 === "string"){
if(!pattern14.test(data4)){
const err18 = {instancePath:instancePath+"/created_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema183,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/created_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema183.type,parentSchema:schema183,data:data4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.ops_inputs_digest !== undefined){
let data5 = data.ops_inputs_digest;
if(typeof data5 === "string"){
if(!pattern13.test(data5)){
const err20 = {instancePath:instancePath+"/ops_inputs_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema184,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/ops_inputs_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema184.type,parentSchema:schema184,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.repos !== undefined){
let data6 = data.repos;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate66(data6[i0], {instancePath:instancePath+"/repos/" + i0,parentData:data6,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
}
else {
const err22 = {instancePath:instancePath+"/repos",schemaPath:"#/properties/repos/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema182.properties.repos.type,parentSchema:schema182.properties.repos,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.plan_digest !== undefined){
let data8 = data.plan_digest;
if(typeof data8 === "string"){
if(!pattern13.test(data8)){
const err23 = {instancePath:instancePath+"/plan_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema184,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/plan_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema184.type,parentSchema:schema184,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema182.type,parentSchema:schema182,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}
validate65.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const promotionSeal = validate70;
const schema209 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:promotion-seal","title":"PromotionSeal","description":"loops/<loop>/promotions/<id>.seal.yaml: what became of a promotion record, once its targets' schedules are settled.","type":"object","additionalProperties":false,"required":["schema_version","record","record_digest","merge_commit","merged_by","sealed_at","responses","targets","result"],"properties":{"schema_version":{"description":"Version of this format. A reader refuses a newer major.","const":"promotion-seal/v1"},"record":{"$ref":"#/$defs/record_id"},"record_digest":{"description":"Digest of the canonical record.","$ref":"#/$defs/digest"},"merge_commit":{"description":"Commit that brought the record to the base branch.","$ref":"#/$defs/oid"},"head":{"description":"Head of the proposal that was merged; absent where it came past every proposal.","$ref":"#/$defs/oid"},"merged_by":{"description":"Who merged it: the installation, a login, or the author that a commit past every proposal names.","type":"string","minLength":1,"maxLength":200},"sealed_at":{"description":"When the seal was written.","$ref":"#/$defs/instant"},"responses":{"description":"Responses that counted, by time and user.","type":"array","items":{"$ref":"#/$defs/response"},"maxItems":500},"targets":{"description":"What became of each target's schedule, by repo.","type":"array","maxItems":10000,"items":{"description":"A target.","type":"object","additionalProperties":false,"required":["repo","state"],"properties":{"repo":{"$ref":"#/$defs/repo_key"},"state":{"description":"in_sync: its schedule is as desired. declined: its people refused. gone: it left the roster. waiting: not settled yet, of an external record, which is sealed at once.","enum":["in_sync","declined","gone","waiting"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}},"result":{"description":"merged: with every gate met. external: by hand, or with a gate unmet; its targets are held.","enum":["merged","external"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"digest":{"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"},"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"oid":{"description":"Object id of git.","type":"string","pattern":"^(?:[0-9a-f]{40}|[0-9a-f]{64})$","x-expect":"a git object id of 40 or 64 hex digits"},"record_id":{"description":"Id of a promotion record; the file's name.","type":"string","pattern":"^PROM-\\d{4,}$","maxLength":20,"x-expect":"a promotion id, such as PROM-0007"},"repo_key":{"description":"Key of a repo: forge, owner and name.","type":"string","maxLength":300,"pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$","x-expect":"forge/owner/name, such as local/coulomb/coulomb-loop"},"response":{"description":"What a person answered, and for what.","type":"object","additionalProperties":false,"required":["user","action","time","message","head"],"properties":{"user":{"description":"User of coulomb.yaml.","$ref":"#/$defs/slug"},"login":{"description":"Login on the forge it was given on; on plain git the name of its ref.","type":"string","minLength":1,"maxLength":200},"action":{"description":"What.","enum":["approve","reject"]},"time":{"description":"When.","$ref":"#/$defs/instant"},"message":{"description":"Their words, perhaps none.","type":"string","maxLength":8000},"head":{"description":"Head it was given for.","$ref":"#/$defs/oid"},"proof":{"description":"Who proves whose it is: a signature, the forge, or nobody.","enum":["signature","forge","unsigned"]},"statement":{"description":"Plain git: the text that was signed.","type":"string","minLength":1,"maxLength":20000},"payload":{"description":"Plain git: the signed bytes of the tag, in base64.","type":"string","minLength":1,"maxLength":60000},"signature":{"description":"Plain git: the SSH signature.","type":"string","minLength":1,"maxLength":20000},"key":{"description":"Plain git: the public key that it verified with.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"}}};
const schema210 = {"description":"Id of a promotion record; the file's name.","type":"string","pattern":"^PROM-\\d{4,}$","maxLength":20,"x-expect":"a promotion id, such as PROM-0007"};
const schema211 = {"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"};
const schema212 = {"description":"Object id of git.","type":"string","pattern":"^(?:[0-9a-f]{40}|[0-9a-f]{64})$","x-expect":"a git object id of 40 or 64 hex digits"};
const schema214 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};
const schema219 = {"description":"Key of a repo: forge, owner and name.","type":"string","maxLength":300,"pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$","x-expect":"forge/owner/name, such as local/coulomb/coulomb-loop"};
const pattern195 = new RegExp("^PROM-\\d{4,}$", "u");
const schema215 = {"description":"What a person answered, and for what.","type":"object","additionalProperties":false,"required":["user","action","time","message","head"],"properties":{"user":{"description":"User of coulomb.yaml.","$ref":"#/$defs/slug"},"login":{"description":"Login on the forge it was given on; on plain git the name of its ref.","type":"string","minLength":1,"maxLength":200},"action":{"description":"What.","enum":["approve","reject"]},"time":{"description":"When.","$ref":"#/$defs/instant"},"message":{"description":"Their words, perhaps none.","type":"string","maxLength":8000},"head":{"description":"Head it was given for.","$ref":"#/$defs/oid"},"proof":{"description":"Who proves whose it is: a signature, the forge, or nobody.","enum":["signature","forge","unsigned"]},"statement":{"description":"Plain git: the text that was signed.","type":"string","minLength":1,"maxLength":20000},"payload":{"description":"Plain git: the signed bytes of the tag, in base64.","type":"string","minLength":1,"maxLength":60000},"signature":{"description":"Plain git: the SSH signature.","type":"string","minLength":1,"maxLength":20000},"key":{"description":"Plain git: the public key that it verified with.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema216 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate71.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.user === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "user"},message:"must have required property '"+"user"+"'",schema:schema215.required,parentSchema:schema215,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.action === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema215.required,parentSchema:schema215,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.time === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'",schema:schema215.required,parentSchema:schema215,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.message === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema215.required,parentSchema:schema215,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.head === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "head"},message:"must have required property '"+"head"+"'",schema:schema215.required,parentSchema:schema215,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema215.properties, key0)) || (pattern4.test(key0)))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema215,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.user !== undefined){
let data0 = data.user;
if(typeof data0 === "string"){
if(func2(data0) > 80){
const err6 = {instancePath:instancePath+"/user",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema216,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern5.test(data0)){
const err7 = {instancePath:instancePath+"/user",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema216,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/user",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema216.type,parentSchema:schema216,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.login !== undefined){
let data1 = data.login;
if(typeof data1 === "string"){
if(func2(data1) > 200){
const err9 = {instancePath:instancePath+"/login",schemaPath:"#/properties/login/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema215.properties.login,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func2(data1) < 1){
const err10 = {instancePath:instancePath+"/login",schemaPath:"#/properties/login/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema215.properties.login,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/login",schemaPath:"#/properties/login/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema215.properties.login.type,parentSchema:schema215.properties.login,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.action !== undefined){
let data2 = data.action;
if(!((data2 === "approve") || (data2 === "reject"))){
const err12 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema215.properties.action.enum},message:"must be equal to one of the allowed values",schema:schema215.properties.action.enum,parentSchema:schema215.properties.action,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.time !== undefined){
let data3 = data.time;
if(typeof data3 === "string"){
if(!pattern14.test(data3)){
const err13 = {instancePath:instancePath+"/time",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema214,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/time",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema214.type,parentSchema:schema214,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.message !== undefined){
let data4 = data.message;
if(typeof data4 === "string"){
if(func2(data4) > 8000){
const err15 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/maxLength",keyword:"maxLength",params:{limit: 8000},message:"must NOT have more than 8000 characters",schema:8000,parentSchema:schema215.properties.message,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema215.properties.message.type,parentSchema:schema215.properties.message,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.head !== undefined){
let data5 = data.head;
if(typeof data5 === "string"){
if(!pattern46.test(data5)){
const err17 = {instancePath:instancePath+"/head",schemaPath:"#/$defs/oid/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^(?:[0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema212,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/head",schemaPath:"#/$defs/oid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema212.type,parentSchema:schema212,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.proof !== undefined){
let data6 = data.proof;
if(!(((data6 === "signature") || (data6 === "forge")) || (data6 === "unsigned"))){
const err19 = {instancePath:instancePath+"/proof",schemaPath:"#/properties/proof/enum",keyword:"enum",params:{allowedValues: schema215.properties.proof.enum},message:"must be equal to one of the allowed values",schema:schema215.properties.proof.enum,parentSchema:schema215.properties.proof,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.statement !== undefined){
let data7 = data.statement;
if(typeof data7 === "string"){
if(func2(data7) > 20000){
const err20 = {instancePath:instancePath+"/statement",schemaPath:"#/properties/statement/maxLength",keyword:"maxLength",params:{limit: 20000},message:"must NOT have more than 20000 characters",schema:20000,parentSchema:schema215.properties.statement,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func2(data7) < 1){
const err21 = {instancePath:instancePath+"/statement",schemaPath:"#/properties/statement/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema215.properties.statement,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/statement",schemaPath:"#/properties/statement/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema215.properties.statement.type,parentSchema:schema215.properties.statement,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.payload !== undefined){
let data8 = data.payload;
if(typeof data8 === "string"){
if(func2(data8) > 60000){
const err23 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/maxLength",keyword:"maxLength",params:{limit: 60000},message:"must NOT have more than 60000 characters",schema:60000,parentSchema:schema215.properties.payload,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func2(data8) < 1){
const err24 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema215.properties.payload,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema215.properties.payload.type,parentSchema:schema215.properties.payload,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.signature !== undefined){
let data9 = data.signature;
if(typeof data9 === "string"){
if(func2(data9) > 20000){
const err26 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/maxLength",keyword:"maxLength",params:{limit: 20000},message:"must NOT have more than 20000 characters",schema:20000,parentSchema:schema215.properties.signature,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func2(data9) < 1){
const err27 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema215.properties.signature,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema215.properties.signature.type,parentSchema:schema215.properties.signature,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.key !== undefined){
let data10 = data.key;
if(typeof data10 === "string"){
if(func2(data10) > 2000){
const err29 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema215.properties.key,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(func2(data10) < 1){
const err30 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema215.properties.key,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema215.properties.key.type,parentSchema:schema215.properties.key,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema215.type,parentSchema:schema215,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}
validate71.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:promotion-seal" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate70.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema209.required,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.record === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "record"},message:"must have required property '"+"record"+"'",schema:schema209.required,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.record_digest === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "record_digest"},message:"must have required property '"+"record_digest"+"'",schema:schema209.required,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.merge_commit === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "merge_commit"},message:"must have required property '"+"merge_commit"+"'",schema:schema209.required,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.merged_by === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "merged_by"},message:"must have required property '"+"merged_by"+"'",schema:schema209.required,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.sealed_at === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sealed_at"},message:"must have required property '"+"sealed_at"+"'",schema:schema209.required,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.responses === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "responses"},message:"must have required property '"+"responses"+"'",schema:schema209.required,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.targets === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "targets"},message:"must have required property '"+"targets"+"'",schema:schema209.required,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.result === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "result"},message:"must have required property '"+"result"+"'",schema:schema209.required,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema209.properties, key0)) || (pattern4.test(key0)))){
const err9 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.schema_version !== undefined){
let data0 = data.schema_version;
if("promotion-seal/v1" !== data0){
const err10 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "promotion-seal/v1"},message:"must be equal to constant",schema:"promotion-seal/v1",parentSchema:schema209.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.record !== undefined){
let data1 = data.record;
if(typeof data1 === "string"){
if(func2(data1) > 20){
const err11 = {instancePath:instancePath+"/record",schemaPath:"#/$defs/record_id/maxLength",keyword:"maxLength",params:{limit: 20},message:"must NOT have more than 20 characters",schema:20,parentSchema:schema210,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern195.test(data1)){
const err12 = {instancePath:instancePath+"/record",schemaPath:"#/$defs/record_id/pattern",keyword:"pattern",params:{pattern: "^PROM-\\d{4,}$"},message:"must match pattern \""+"^PROM-\\d{4,}$"+"\"",schema:"^PROM-\\d{4,}$",parentSchema:schema210,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/record",schemaPath:"#/$defs/record_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema210.type,parentSchema:schema210,data:data1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.record_digest !== undefined){
let data2 = data.record_digest;
if(typeof data2 === "string"){
if(!pattern13.test(data2)){
const err14 = {instancePath:instancePath+"/record_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema211,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/record_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema211.type,parentSchema:schema211,data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.merge_commit !== undefined){
let data3 = data.merge_commit;
if(typeof data3 === "string"){
if(!pattern46.test(data3)){
const err16 = {instancePath:instancePath+"/merge_commit",schemaPath:"#/$defs/oid/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^(?:[0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema212,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/merge_commit",schemaPath:"#/$defs/oid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema212.type,parentSchema:schema212,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.head !== undefined){
let data4 = data.head;
if(typeof data4 === "string"){
if(!pattern46.test(data4)){
const err18 = {instancePath:instancePath+"/head",schemaPath:"#/$defs/oid/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^(?:[0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^(?:[0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema212,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/head",schemaPath:"#/$defs/oid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema212.type,parentSchema:schema212,data:data4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.merged_by !== undefined){
let data5 = data.merged_by;
if(typeof data5 === "string"){
if(func2(data5) > 200){
const err20 = {instancePath:instancePath+"/merged_by",schemaPath:"#/properties/merged_by/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema209.properties.merged_by,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func2(data5) < 1){
const err21 = {instancePath:instancePath+"/merged_by",schemaPath:"#/properties/merged_by/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema209.properties.merged_by,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/merged_by",schemaPath:"#/properties/merged_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema209.properties.merged_by.type,parentSchema:schema209.properties.merged_by,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.sealed_at !== undefined){
let data6 = data.sealed_at;
if(typeof data6 === "string"){
if(!pattern14.test(data6)){
const err23 = {instancePath:instancePath+"/sealed_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema214,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/sealed_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema214.type,parentSchema:schema214,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.responses !== undefined){
let data7 = data.responses;
if(Array.isArray(data7)){
if(data7.length > 500){
const err25 = {instancePath:instancePath+"/responses",schemaPath:"#/properties/responses/maxItems",keyword:"maxItems",params:{limit: 500},message:"must NOT have more than 500 items",schema:500,parentSchema:schema209.properties.responses,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate71(data7[i0], {instancePath:instancePath+"/responses/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
}
else {
const err26 = {instancePath:instancePath+"/responses",schemaPath:"#/properties/responses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema209.properties.responses.type,parentSchema:schema209.properties.responses,data:data7};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.targets !== undefined){
let data9 = data.targets;
if(Array.isArray(data9)){
if(data9.length > 10000){
const err27 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items",schema:10000,parentSchema:schema209.properties.targets,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.repo === undefined){
const err28 = {instancePath:instancePath+"/targets/" + i1,schemaPath:"#/properties/targets/items/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema209.properties.targets.items.required,parentSchema:schema209.properties.targets.items,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data10.state === undefined){
const err29 = {instancePath:instancePath+"/targets/" + i1,schemaPath:"#/properties/targets/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema209.properties.targets.items.required,parentSchema:schema209.properties.targets.items,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key1 in data10){
if(!(((key1 === "repo") || (key1 === "state")) || (pattern4.test(key1)))){
const err30 = {instancePath:instancePath+"/targets/" + i1,schemaPath:"#/properties/targets/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema209.properties.targets.items,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data10.repo !== undefined){
let data11 = data10.repo;
if(typeof data11 === "string"){
if(func2(data11) > 300){
const err31 = {instancePath:instancePath+"/targets/" + i1+"/repo",schemaPath:"#/$defs/repo_key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema219,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!pattern45.test(data11)){
const err32 = {instancePath:instancePath+"/targets/" + i1+"/repo",schemaPath:"#/$defs/repo_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$",parentSchema:schema219,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/targets/" + i1+"/repo",schemaPath:"#/$defs/repo_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema219.type,parentSchema:schema219,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data10.state !== undefined){
let data12 = data10.state;
if(!((((data12 === "in_sync") || (data12 === "declined")) || (data12 === "gone")) || (data12 === "waiting"))){
const err34 = {instancePath:instancePath+"/targets/" + i1+"/state",schemaPath:"#/properties/targets/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema209.properties.targets.items.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema209.properties.targets.items.properties.state.enum,parentSchema:schema209.properties.targets.items.properties.state,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/targets/" + i1,schemaPath:"#/properties/targets/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema209.properties.targets.items.type,parentSchema:schema209.properties.targets.items,data:data10};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema209.properties.targets.type,parentSchema:schema209.properties.targets,data:data9};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.result !== undefined){
let data13 = data.result;
if(!((data13 === "merged") || (data13 === "external"))){
const err37 = {instancePath:instancePath+"/result",schemaPath:"#/properties/result/enum",keyword:"enum",params:{allowedValues: schema209.properties.result.enum},message:"must be equal to one of the allowed values",schema:schema209.properties.result.enum,parentSchema:schema209.properties.result,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema209.type,parentSchema:schema209,data};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
validate70.errors = vErrors;
return errors === 0;
}
validate70.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const promotion = validate73;
const schema220 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:promotion","title":"Promotion","description":"loops/<loop>/promotions/<id>.yaml: one attempt to change a cadence, or a hold. It is never changed or removed.","type":"object","additionalProperties":false,"required":["schema_version","id","loop","direction","trigger","proposed_at","proposed_by","policy_digest","prev_record_digest","gates","targets","responses","result"],"properties":{"schema_version":{"description":"Version of this format. A reader refuses a newer major.","const":"promotion/v1"},"id":{"$ref":"#/$defs/record_id"},"loop":{"description":"Loop.","$ref":"#/$defs/slug"},"direction":{"description":"What it does: promote and demote change phases; hold stops promotions of its targets, release ends that.","enum":["promote","demote","hold","release"]},"from":{"description":"Phase that the targets leave.","$ref":"#/$defs/phase_name"},"to":{"description":"Phase that they go to.","$ref":"#/$defs/phase_name"},"wave":{"description":"Wave of the targets.","$ref":"#/$defs/slug"},"trigger":{"description":"What made it: evidence, a rollback, or a person.","enum":["evidence","rollback","person"]},"reason":{"description":"Why, in words.","$ref":"#/$defs/long_text"},"until":{"description":"When a hold ends by itself.","$ref":"#/$defs/instant"},"all":{"description":"A hold or release of every repo of the loop.","const":true},"proposed_at":{"description":"When it was written.","$ref":"#/$defs/instant"},"proposed_by":{"description":"Installation or user that wrote it.","type":"string","minLength":1,"maxLength":200},"policy_digest":{"description":"Digest of the cadence policy and the people, as the base branch had them.","$ref":"#/$defs/digest"},"evidence_digest":{"description":"Digest of the pinned evidence beside it; absent where it rests on none.","$ref":"#/$defs/digest"},"prev_record_digest":{"description":"Digest of the canonical record before it; null for the first.","anyOf":[{"$ref":"#/$defs/digest"},{"type":"null"}]},"gates":{"description":"Gates, in their order.","type":"array","items":{"$ref":"#/$defs/gate"}},"targets":{"description":"Repos, by id.","type":"array","items":{"$ref":"#/$defs/target"},"maxItems":10000},"hold":{"description":"Whether a demotion also holds its targets until a release.","type":"boolean"},"cooldown_cycles":{"description":"Cycles of the lower phase that must be decided before another attempt.","type":"integer","minimum":0,"maximum":1000},"responses":{"description":"Empty: what people answered stands in the seal.","type":"array","maxItems":0,"items":{"description":"None.","type":"string"}},"result":{"description":"What became of it stands in the seal.","enum":["proposed"]}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"digest":{"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"},"gate":{"description":"A gate, as it was when the record was written.","type":"object","additionalProperties":false,"required":["key","result","description"],"properties":{"key":{"description":"Name of the gate; of an exit criterion the key of its analysis.","type":"string","minLength":1,"maxLength":100},"result":{"description":"Its result.","enum":["success","failure","inconclusive","pending"]},"description":{"description":"Why.","$ref":"#/$defs/text"},"enforcement":{"description":"dry_run is shown and never blocks.","enum":["enforce","dry_run"]},"measurements":{"description":"What was measured, by name.","type":"object","maxProperties":50,"additionalProperties":{"description":"A value.","type":["string","number","boolean"],"maxLength":2000}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"long_text":{"description":"Text for people.","type":"string","minLength":1,"maxLength":20000},"phase_name":{"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"},"record_id":{"description":"Id of a promotion record; the file's name.","type":"string","pattern":"^PROM-\\d{4,}$","maxLength":20,"x-expect":"a promotion id, such as PROM-0007"},"repo_key":{"description":"Key of a repo: forge, owner and name.","type":"string","maxLength":300,"pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$","x-expect":"forge/owner/name, such as local/coulomb/coulomb-loop"},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"target":{"description":"A repo that the record is about.","type":"object","additionalProperties":false,"required":["repo"],"properties":{"repo":{"$ref":"#/$defs/repo_key"},"from":{"description":"Phase it leaves.","$ref":"#/$defs/phase_name"},"to":{"description":"Phase it goes to.","$ref":"#/$defs/phase_name"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"text":{"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000}}};
const schema221 = {"description":"Id of a promotion record; the file's name.","type":"string","pattern":"^PROM-\\d{4,}$","maxLength":20,"x-expect":"a promotion id, such as PROM-0007"};
const schema222 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema223 = {"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"};
const schema226 = {"description":"Text for people.","type":"string","minLength":1,"maxLength":20000};
const schema227 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};
const schema229 = {"description":"SHA-256 in lower-case hex.","type":"string","pattern":"^[0-9a-f]{64}$","x-expect":"a SHA-256 digest of 64 hex digits"};
const schema232 = {"description":"A gate, as it was when the record was written.","type":"object","additionalProperties":false,"required":["key","result","description"],"properties":{"key":{"description":"Name of the gate; of an exit criterion the key of its analysis.","type":"string","minLength":1,"maxLength":100},"result":{"description":"Its result.","enum":["success","failure","inconclusive","pending"]},"description":{"description":"Why.","$ref":"#/$defs/text"},"enforcement":{"description":"dry_run is shown and never blocks.","enum":["enforce","dry_run"]},"measurements":{"description":"What was measured, by name.","type":"object","maxProperties":50,"additionalProperties":{"description":"A value.","type":["string","number","boolean"],"maxLength":2000}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema233 = {"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000};

function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate74.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema232.required,parentSchema:schema232,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.result === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "result"},message:"must have required property '"+"result"+"'",schema:schema232.required,parentSchema:schema232,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.description === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'",schema:schema232.required,parentSchema:schema232,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "key") || (key0 === "result")) || (key0 === "description")) || (key0 === "enforcement")) || (key0 === "measurements")) || (pattern4.test(key0)))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema232,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.key !== undefined){
let data0 = data.key;
if(typeof data0 === "string"){
if(func2(data0) > 100){
const err4 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema232.properties.key,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data0) < 1){
const err5 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema232.properties.key,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema232.properties.key.type,parentSchema:schema232.properties.key,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.result !== undefined){
let data1 = data.result;
if(!((((data1 === "success") || (data1 === "failure")) || (data1 === "inconclusive")) || (data1 === "pending"))){
const err7 = {instancePath:instancePath+"/result",schemaPath:"#/properties/result/enum",keyword:"enum",params:{allowedValues: schema232.properties.result.enum},message:"must be equal to one of the allowed values",schema:schema232.properties.result.enum,parentSchema:schema232.properties.result,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 === "string"){
if(func2(data2) > 2000){
const err8 = {instancePath:instancePath+"/description",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema233,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(func2(data2) < 1){
const err9 = {instancePath:instancePath+"/description",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema233,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/description",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema233.type,parentSchema:schema233,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.enforcement !== undefined){
let data3 = data.enforcement;
if(!((data3 === "enforce") || (data3 === "dry_run"))){
const err11 = {instancePath:instancePath+"/enforcement",schemaPath:"#/properties/enforcement/enum",keyword:"enum",params:{allowedValues: schema232.properties.enforcement.enum},message:"must be equal to one of the allowed values",schema:schema232.properties.enforcement.enum,parentSchema:schema232.properties.enforcement,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.measurements !== undefined){
let data4 = data.measurements;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 50){
const err12 = {instancePath:instancePath+"/measurements",schemaPath:"#/properties/measurements/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties",schema:50,parentSchema:schema232.properties.measurements,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data4){
let data5 = data4[key1];
if(((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")){
const err13 = {instancePath:instancePath+"/measurements/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/measurements/additionalProperties/type",keyword:"type",params:{type: schema232.properties.measurements.additionalProperties.type},message:"must be string,number,boolean",schema:schema232.properties.measurements.additionalProperties.type,parentSchema:schema232.properties.measurements.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(typeof data5 === "string"){
if(func2(data5) > 2000){
const err14 = {instancePath:instancePath+"/measurements/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/measurements/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema232.properties.measurements.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/measurements",schemaPath:"#/properties/measurements/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema232.properties.measurements.type,parentSchema:schema232.properties.measurements,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema232.type,parentSchema:schema232,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}
validate74.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema234 = {"description":"A repo that the record is about.","type":"object","additionalProperties":false,"required":["repo"],"properties":{"repo":{"$ref":"#/$defs/repo_key"},"from":{"description":"Phase it leaves.","$ref":"#/$defs/phase_name"},"to":{"description":"Phase it goes to.","$ref":"#/$defs/phase_name"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema235 = {"description":"Key of a repo: forge, owner and name.","type":"string","maxLength":300,"pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$","x-expect":"forge/owner/name, such as local/coulomb/coulomb-loop"};

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate76.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.repo === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema234.required,parentSchema:schema234,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "repo") || (key0 === "from")) || (key0 === "to")) || (pattern4.test(key0)))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema234,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.repo !== undefined){
let data0 = data.repo;
if(typeof data0 === "string"){
if(func2(data0) > 300){
const err2 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters",schema:300,parentSchema:schema235,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern45.test(data0)){
const err3 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$",parentSchema:schema235,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema235.type,parentSchema:schema235,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.from !== undefined){
let data1 = data.from;
if(typeof data1 === "string"){
if(func2(data1) > 40){
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema223,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern9.test(data1)){
const err6 = {instancePath:instancePath+"/from",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema223,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/from",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema223.type,parentSchema:schema223,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.to !== undefined){
let data2 = data.to;
if(typeof data2 === "string"){
if(func2(data2) > 40){
const err8 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema223,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern9.test(data2)){
const err9 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema223,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema223.type,parentSchema:schema223,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema234.type,parentSchema:schema234,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate76.errors = vErrors;
return errors === 0;
}
validate76.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:promotion" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate73.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.loop === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "loop"},message:"must have required property '"+"loop"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.direction === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "direction"},message:"must have required property '"+"direction"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.trigger === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.proposed_at === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "proposed_at"},message:"must have required property '"+"proposed_at"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.proposed_by === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "proposed_by"},message:"must have required property '"+"proposed_by"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.policy_digest === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "policy_digest"},message:"must have required property '"+"policy_digest"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.prev_record_digest === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "prev_record_digest"},message:"must have required property '"+"prev_record_digest"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.gates === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gates"},message:"must have required property '"+"gates"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.targets === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "targets"},message:"must have required property '"+"targets"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.responses === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "responses"},message:"must have required property '"+"responses"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.result === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "result"},message:"must have required property '"+"result"+"'",schema:schema220.required,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema220.properties, key0)) || (pattern4.test(key0)))){
const err13 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.schema_version !== undefined){
let data0 = data.schema_version;
if("promotion/v1" !== data0){
const err14 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "promotion/v1"},message:"must be equal to constant",schema:"promotion/v1",parentSchema:schema220.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if(typeof data1 === "string"){
if(func2(data1) > 20){
const err15 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/record_id/maxLength",keyword:"maxLength",params:{limit: 20},message:"must NOT have more than 20 characters",schema:20,parentSchema:schema221,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern195.test(data1)){
const err16 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/record_id/pattern",keyword:"pattern",params:{pattern: "^PROM-\\d{4,}$"},message:"must match pattern \""+"^PROM-\\d{4,}$"+"\"",schema:"^PROM-\\d{4,}$",parentSchema:schema221,data:data1};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/record_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema221.type,parentSchema:schema221,data:data1};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.loop !== undefined){
let data2 = data.loop;
if(typeof data2 === "string"){
if(func2(data2) > 80){
const err18 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema222,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern5.test(data2)){
const err19 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema222,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema222.type,parentSchema:schema222,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.direction !== undefined){
let data3 = data.direction;
if(!((((data3 === "promote") || (data3 === "demote")) || (data3 === "hold")) || (data3 === "release"))){
const err21 = {instancePath:instancePath+"/direction",schemaPath:"#/properties/direction/enum",keyword:"enum",params:{allowedValues: schema220.properties.direction.enum},message:"must be equal to one of the allowed values",schema:schema220.properties.direction.enum,parentSchema:schema220.properties.direction,data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.from !== undefined){
let data4 = data.from;
if(typeof data4 === "string"){
if(func2(data4) > 40){
const err22 = {instancePath:instancePath+"/from",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema223,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern9.test(data4)){
const err23 = {instancePath:instancePath+"/from",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema223,data:data4};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/from",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema223.type,parentSchema:schema223,data:data4};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.to !== undefined){
let data5 = data.to;
if(typeof data5 === "string"){
if(func2(data5) > 40){
const err25 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema223,data:data5};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern9.test(data5)){
const err26 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema223,data:data5};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/to",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema223.type,parentSchema:schema223,data:data5};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.wave !== undefined){
let data6 = data.wave;
if(typeof data6 === "string"){
if(func2(data6) > 80){
const err28 = {instancePath:instancePath+"/wave",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema222,data:data6};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern5.test(data6)){
const err29 = {instancePath:instancePath+"/wave",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema222,data:data6};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/wave",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema222.type,parentSchema:schema222,data:data6};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.trigger !== undefined){
let data7 = data.trigger;
if(!(((data7 === "evidence") || (data7 === "rollback")) || (data7 === "person"))){
const err31 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/enum",keyword:"enum",params:{allowedValues: schema220.properties.trigger.enum},message:"must be equal to one of the allowed values",schema:schema220.properties.trigger.enum,parentSchema:schema220.properties.trigger,data:data7};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.reason !== undefined){
let data8 = data.reason;
if(typeof data8 === "string"){
if(func2(data8) > 20000){
const err32 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/long_text/maxLength",keyword:"maxLength",params:{limit: 20000},message:"must NOT have more than 20000 characters",schema:20000,parentSchema:schema226,data:data8};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(func2(data8) < 1){
const err33 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/long_text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema226,data:data8};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/long_text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema226.type,parentSchema:schema226,data:data8};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err35 = {instancePath:instancePath+"/until",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema227,data:data9};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/until",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema227.type,parentSchema:schema227,data:data9};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.all !== undefined){
let data10 = data.all;
if(true !== data10){
const err37 = {instancePath:instancePath+"/all",schemaPath:"#/properties/all/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema220.properties.all,data:data10};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.proposed_at !== undefined){
let data11 = data.proposed_at;
if(typeof data11 === "string"){
if(!pattern14.test(data11)){
const err38 = {instancePath:instancePath+"/proposed_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema227,data:data11};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/proposed_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema227.type,parentSchema:schema227,data:data11};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.proposed_by !== undefined){
let data12 = data.proposed_by;
if(typeof data12 === "string"){
if(func2(data12) > 200){
const err40 = {instancePath:instancePath+"/proposed_by",schemaPath:"#/properties/proposed_by/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema220.properties.proposed_by,data:data12};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(func2(data12) < 1){
const err41 = {instancePath:instancePath+"/proposed_by",schemaPath:"#/properties/proposed_by/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema220.properties.proposed_by,data:data12};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/proposed_by",schemaPath:"#/properties/proposed_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema220.properties.proposed_by.type,parentSchema:schema220.properties.proposed_by,data:data12};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.policy_digest !== undefined){
let data13 = data.policy_digest;
if(typeof data13 === "string"){
if(!pattern13.test(data13)){
const err43 = {instancePath:instancePath+"/policy_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema229,data:data13};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/policy_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema229.type,parentSchema:schema229,data:data13};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.evidence_digest !== undefined){
let data14 = data.evidence_digest;
if(typeof data14 === "string"){
if(!pattern13.test(data14)){
const err45 = {instancePath:instancePath+"/evidence_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema229,data:data14};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/evidence_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema229.type,parentSchema:schema229,data:data14};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.prev_record_digest !== undefined){
let data15 = data.prev_record_digest;
const _errs39 = errors;
let valid11 = false;
const _errs40 = errors;
if(typeof data15 === "string"){
if(!pattern13.test(data15)){
const err47 = {instancePath:instancePath+"/prev_record_digest",schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema229,data:data15};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/prev_record_digest",schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema229.type,parentSchema:schema229,data:data15};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var _valid0 = _errs40 === errors;
valid11 = valid11 || _valid0;
const _errs43 = errors;
if(data15 !== null){
const err49 = {instancePath:instancePath+"/prev_record_digest",schemaPath:"#/properties/prev_record_digest/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema220.properties.prev_record_digest.anyOf[1].type,parentSchema:schema220.properties.prev_record_digest.anyOf[1],data:data15};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var _valid0 = _errs43 === errors;
valid11 = valid11 || _valid0;
if(!valid11){
const err50 = {instancePath:instancePath+"/prev_record_digest",schemaPath:"#/properties/prev_record_digest/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema220.properties.prev_record_digest.anyOf,parentSchema:schema220.properties.prev_record_digest,data:data15};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
else {
errors = _errs39;
if(vErrors !== null){
if(_errs39){
vErrors.length = _errs39;
}
else {
vErrors = null;
}
}
}
}
if(data.gates !== undefined){
let data16 = data.gates;
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
if(!(validate74(data16[i0], {instancePath:instancePath+"/gates/" + i0,parentData:data16,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
}
else {
const err51 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema220.properties.gates.type,parentSchema:schema220.properties.gates,data:data16};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.targets !== undefined){
let data18 = data.targets;
if(Array.isArray(data18)){
if(data18.length > 10000){
const err52 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items",schema:10000,parentSchema:schema220.properties.targets,data:data18};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
if(!(validate76(data18[i1], {instancePath:instancePath+"/targets/" + i1,parentData:data18,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
}
}
else {
const err53 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema220.properties.targets.type,parentSchema:schema220.properties.targets,data:data18};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.hold !== undefined){
let data20 = data.hold;
if(typeof data20 !== "boolean"){
const err54 = {instancePath:instancePath+"/hold",schemaPath:"#/properties/hold/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema220.properties.hold.type,parentSchema:schema220.properties.hold,data:data20};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.cooldown_cycles !== undefined){
let data21 = data.cooldown_cycles;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err55 = {instancePath:instancePath+"/cooldown_cycles",schemaPath:"#/properties/cooldown_cycles/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema220.properties.cooldown_cycles.type,parentSchema:schema220.properties.cooldown_cycles,data:data21};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000 || isNaN(data21)){
const err56 = {instancePath:instancePath+"/cooldown_cycles",schemaPath:"#/properties/cooldown_cycles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema220.properties.cooldown_cycles,data:data21};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err57 = {instancePath:instancePath+"/cooldown_cycles",schemaPath:"#/properties/cooldown_cycles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema220.properties.cooldown_cycles,data:data21};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
if(data.responses !== undefined){
let data22 = data.responses;
if(Array.isArray(data22)){
if(data22.length > 0){
const err58 = {instancePath:instancePath+"/responses",schemaPath:"#/properties/responses/maxItems",keyword:"maxItems",params:{limit: 0},message:"must NOT have more than 0 items",schema:0,parentSchema:schema220.properties.responses,data:data22};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
const len2 = data22.length;
for(let i2=0; i2<len2; i2++){
let data23 = data22[i2];
if(typeof data23 !== "string"){
const err59 = {instancePath:instancePath+"/responses/" + i2,schemaPath:"#/properties/responses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema220.properties.responses.items.type,parentSchema:schema220.properties.responses.items,data:data23};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/responses",schemaPath:"#/properties/responses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema220.properties.responses.type,parentSchema:schema220.properties.responses,data:data22};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.result !== undefined){
let data24 = data.result;
if(!(data24 === "proposed")){
const err61 = {instancePath:instancePath+"/result",schemaPath:"#/properties/result/enum",keyword:"enum",params:{allowedValues: schema220.properties.result.enum},message:"must be equal to one of the allowed values",schema:schema220.properties.result.enum,parentSchema:schema220.properties.result,data:data24};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema220.type,parentSchema:schema220,data};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}
validate73.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const roster = validate78;
const schema238 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:roster","title":"Roster","description":"loops/<loop>/roster.yaml: which repos run the loop, and in which phase (ADR-004).","type":"object","additionalProperties":false,"required":["schema_version","loop","active"],"properties":{"schema_version":{"description":"Version of this format. A reader refuses a newer major.","const":"roster/v1"},"loop":{"description":"Name of the loop: the folder's name.","$ref":"#/$defs/slug"},"decision":{"description":"Decision that this roster rests on.","type":"string","pattern":"^DEC-\\d{3,}$","x-expect":"a decision id, such as DEC-001"},"schedule_path":{"description":"Schedule file in every pilot repo. Default .kaizen/schedule.yml.","$ref":"#/$defs/relative_path"},"defaults":{"description":"What entries leave out.","type":"object","additionalProperties":false,"properties":{"forge":{"$ref":"#/$defs/slug"},"owner":{"$ref":"#/$defs/repo_name"},"domain":{"$ref":"#/$defs/slug"},"phase":{"$ref":"#/$defs/phase_name"},"wave":{"description":"Wave.","type":"integer","minimum":0,"maximum":99}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"active":{"description":"Repos that run the loop.","type":"array","items":{"$ref":"#/$defs/entry"}},"expansion_queue":{"description":"Next repos to take in, in order.","type":"array","items":{"$ref":"#/$defs/entry"}},"saturated":{"description":"Repos stopped on purpose: owned agents are disabled, then released.","type":"array","items":{"$ref":"#/$defs/entry"}},"removed":{"description":"Repos that leave, and how.","type":"array","items":{"description":"A leaving repo.","type":"object","additionalProperties":false,"required":["repo","mode","reason"],"properties":{"forge":{"$ref":"#/$defs/slug"},"owner":{"$ref":"#/$defs/repo_name"},"repo":{"$ref":"#/$defs/repo_name"},"mode":{"description":"release forgets, disable switches the agents off, prune deletes what is ours.","enum":["release","disable","prune"]},"reason":{"$ref":"#/$defs/text"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}},"moved":{"description":"Repos that were renamed or transferred; what is known of them is carried over.","type":"array","items":{"description":"A move.","type":"object","additionalProperties":false,"required":["from","to"],"properties":{"forge":{"$ref":"#/$defs/slug"},"from":{"description":"Old owner/repo, or repo.","type":"string","minLength":1,"maxLength":2000},"to":{"description":"New owner/repo, or repo.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"entry":{"description":"One repo. What it leaves out comes from `defaults`.","type":"object","additionalProperties":false,"required":["repo"],"properties":{"repo":{"$ref":"#/$defs/repo_name"},"forge":{"description":"Forge, when not the default.","$ref":"#/$defs/slug"},"owner":{"description":"Owner, when not the default.","$ref":"#/$defs/repo_name"},"domain":{"description":"Domain written into a schedule that has none.","$ref":"#/$defs/slug"},"phase":{"description":"Cadence phase; what a promotion edits.","$ref":"#/$defs/phase_name"},"wave":{"description":"Wave in which changes reach this repo, from 0.","type":"integer","minimum":0,"maximum":99},"note":{"$ref":"#/$defs/text"},"overrides":{"description":"Values that differ here from the phase, for a while.","type":"array","items":{"description":"An override.","type":"object","additionalProperties":false,"required":["path","reason","owner","expires_at"],"properties":{"path":{"description":"Owned path in the schedule file.","$ref":"#/$defs/pointer"},"value":{"description":"Pinned value; without it the repo decides.","type":["string","boolean"]},"reason":{"$ref":"#/$defs/text"},"owner":{"description":"Who answers for it.","type":"string","minLength":1,"maxLength":2000},"expires_at":{"description":"When it ends, at most 90 days ahead.","$ref":"#/$defs/instant"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"phase_name":{"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"},"pointer":{"description":"RFC 6901 JSON pointer.","type":"string","pattern":"^(?:/(?:[^~/]|~[01])*)+$","x-expect":"a JSON pointer, such as /agents/coach/cron"},"relative_path":{"description":"Path inside a repository, with forward slashes.","type":"string","pattern":"^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$","maxLength":400,"x-expect":"a file inside the repository, with forward slashes, without '.', '..', '.git' or an empty part"},"repo_name":{"description":"Name of a repository or its owner on a forge.","type":"string","pattern":"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$","maxLength":100,"x-expect":"a repository or owner name of letters, digits, '.', '-' and '_'"},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"text":{"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000}}};
const schema239 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema240 = {"description":"Path inside a repository, with forward slashes.","type":"string","pattern":"^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$","maxLength":400,"x-expect":"a file inside the repository, with forward slashes, without '.', '..', '.git' or an empty part"};
const schema242 = {"description":"Name of a repository or its owner on a forge.","type":"string","pattern":"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$","maxLength":100,"x-expect":"a repository or owner name of letters, digits, '.', '-' and '_'"};
const schema244 = {"description":"Name of a cadence phase of this loop.","type":"string","pattern":"^[a-z][a-z0-9_-]*$","maxLength":40,"x-expect":"a phase name, such as bootstrap"};
const schema251 = {"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000};
const schema245 = {"description":"One repo. What it leaves out comes from `defaults`.","type":"object","additionalProperties":false,"required":["repo"],"properties":{"repo":{"$ref":"#/$defs/repo_name"},"forge":{"description":"Forge, when not the default.","$ref":"#/$defs/slug"},"owner":{"description":"Owner, when not the default.","$ref":"#/$defs/repo_name"},"domain":{"description":"Domain written into a schedule that has none.","$ref":"#/$defs/slug"},"phase":{"description":"Cadence phase; what a promotion edits.","$ref":"#/$defs/phase_name"},"wave":{"description":"Wave in which changes reach this repo, from 0.","type":"integer","minimum":0,"maximum":99},"note":{"$ref":"#/$defs/text"},"overrides":{"description":"Values that differ here from the phase, for a while.","type":"array","items":{"description":"An override.","type":"object","additionalProperties":false,"required":["path","reason","owner","expires_at"],"properties":{"path":{"description":"Owned path in the schedule file.","$ref":"#/$defs/pointer"},"value":{"description":"Pinned value; without it the repo decides.","type":["string","boolean"]},"reason":{"$ref":"#/$defs/text"},"owner":{"description":"Who answers for it.","type":"string","minLength":1,"maxLength":2000},"expires_at":{"description":"When it ends, at most 90 days ahead.","$ref":"#/$defs/instant"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema252 = {"description":"RFC 6901 JSON pointer.","type":"string","pattern":"^(?:/(?:[^~/]|~[01])*)+$","x-expect":"a JSON pointer, such as /agents/coach/cron"};
const schema254 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate79.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.repo === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema245.required,parentSchema:schema245,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((((key0 === "repo") || (key0 === "forge")) || (key0 === "owner")) || (key0 === "domain")) || (key0 === "phase")) || (key0 === "wave")) || (key0 === "note")) || (key0 === "overrides")) || (pattern4.test(key0)))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema245,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.repo !== undefined){
let data0 = data.repo;
if(typeof data0 === "string"){
if(func2(data0) > 100){
const err2 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema242,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern93.test(data0)){
const err3 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema242,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema242.type,parentSchema:schema242,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.forge !== undefined){
let data1 = data.forge;
if(typeof data1 === "string"){
if(func2(data1) > 80){
const err5 = {instancePath:instancePath+"/forge",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema239,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern5.test(data1)){
const err6 = {instancePath:instancePath+"/forge",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema239,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/forge",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema239.type,parentSchema:schema239,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.owner !== undefined){
let data2 = data.owner;
if(typeof data2 === "string"){
if(func2(data2) > 100){
const err8 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema242,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern93.test(data2)){
const err9 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema242,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema242.type,parentSchema:schema242,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.domain !== undefined){
let data3 = data.domain;
if(typeof data3 === "string"){
if(func2(data3) > 80){
const err11 = {instancePath:instancePath+"/domain",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema239,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern5.test(data3)){
const err12 = {instancePath:instancePath+"/domain",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema239,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/domain",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema239.type,parentSchema:schema239,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.phase !== undefined){
let data4 = data.phase;
if(typeof data4 === "string"){
if(func2(data4) > 40){
const err14 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema244,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern9.test(data4)){
const err15 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema244,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/phase",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema244.type,parentSchema:schema244,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.wave !== undefined){
let data5 = data.wave;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err17 = {instancePath:instancePath+"/wave",schemaPath:"#/properties/wave/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema245.properties.wave.type,parentSchema:schema245.properties.wave,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 99 || isNaN(data5)){
const err18 = {instancePath:instancePath+"/wave",schemaPath:"#/properties/wave/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema245.properties.wave,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err19 = {instancePath:instancePath+"/wave",schemaPath:"#/properties/wave/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema245.properties.wave,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.note !== undefined){
let data6 = data.note;
if(typeof data6 === "string"){
if(func2(data6) > 2000){
const err20 = {instancePath:instancePath+"/note",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema251,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func2(data6) < 1){
const err21 = {instancePath:instancePath+"/note",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema251,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/note",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema251.type,parentSchema:schema251,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.overrides !== undefined){
let data7 = data.overrides;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.path === undefined){
const err23 = {instancePath:instancePath+"/overrides/" + i0,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema245.properties.overrides.items.required,parentSchema:schema245.properties.overrides.items,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data8.reason === undefined){
const err24 = {instancePath:instancePath+"/overrides/" + i0,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema245.properties.overrides.items.required,parentSchema:schema245.properties.overrides.items,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data8.owner === undefined){
const err25 = {instancePath:instancePath+"/overrides/" + i0,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema245.properties.overrides.items.required,parentSchema:schema245.properties.overrides.items,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data8.expires_at === undefined){
const err26 = {instancePath:instancePath+"/overrides/" + i0,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "expires_at"},message:"must have required property '"+"expires_at"+"'",schema:schema245.properties.overrides.items.required,parentSchema:schema245.properties.overrides.items,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key1 in data8){
if(!((((((key1 === "path") || (key1 === "value")) || (key1 === "reason")) || (key1 === "owner")) || (key1 === "expires_at")) || (pattern4.test(key1)))){
const err27 = {instancePath:instancePath+"/overrides/" + i0,schemaPath:"#/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema245.properties.overrides.items,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data8.path !== undefined){
let data9 = data8.path;
if(typeof data9 === "string"){
if(!pattern182.test(data9)){
const err28 = {instancePath:instancePath+"/overrides/" + i0+"/path",schemaPath:"#/$defs/pointer/pattern",keyword:"pattern",params:{pattern: "^(?:/(?:[^~/]|~[01])*)+$"},message:"must match pattern \""+"^(?:/(?:[^~/]|~[01])*)+$"+"\"",schema:"^(?:/(?:[^~/]|~[01])*)+$",parentSchema:schema252,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/overrides/" + i0+"/path",schemaPath:"#/$defs/pointer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema252.type,parentSchema:schema252,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data8.value !== undefined){
let data10 = data8.value;
if((typeof data10 !== "string") && (typeof data10 !== "boolean")){
const err30 = {instancePath:instancePath+"/overrides/" + i0+"/value",schemaPath:"#/properties/overrides/items/properties/value/type",keyword:"type",params:{type: schema245.properties.overrides.items.properties.value.type},message:"must be string,boolean",schema:schema245.properties.overrides.items.properties.value.type,parentSchema:schema245.properties.overrides.items.properties.value,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data8.reason !== undefined){
let data11 = data8.reason;
if(typeof data11 === "string"){
if(func2(data11) > 2000){
const err31 = {instancePath:instancePath+"/overrides/" + i0+"/reason",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema251,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func2(data11) < 1){
const err32 = {instancePath:instancePath+"/overrides/" + i0+"/reason",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema251,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/overrides/" + i0+"/reason",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema251.type,parentSchema:schema251,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data8.owner !== undefined){
let data12 = data8.owner;
if(typeof data12 === "string"){
if(func2(data12) > 2000){
const err34 = {instancePath:instancePath+"/overrides/" + i0+"/owner",schemaPath:"#/properties/overrides/items/properties/owner/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema245.properties.overrides.items.properties.owner,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(func2(data12) < 1){
const err35 = {instancePath:instancePath+"/overrides/" + i0+"/owner",schemaPath:"#/properties/overrides/items/properties/owner/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema245.properties.overrides.items.properties.owner,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/overrides/" + i0+"/owner",schemaPath:"#/properties/overrides/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema245.properties.overrides.items.properties.owner.type,parentSchema:schema245.properties.overrides.items.properties.owner,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data8.expires_at !== undefined){
let data13 = data8.expires_at;
if(typeof data13 === "string"){
if(!pattern14.test(data13)){
const err37 = {instancePath:instancePath+"/overrides/" + i0+"/expires_at",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema254,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/overrides/" + i0+"/expires_at",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema254.type,parentSchema:schema254,data:data13};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/overrides/" + i0,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema245.properties.overrides.items.type,parentSchema:schema245.properties.overrides.items,data:data8};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema245.properties.overrides.type,parentSchema:schema245.properties.overrides,data:data7};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema245.type,parentSchema:schema245,data};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
validate79.errors = vErrors;
return errors === 0;
}
validate79.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:roster" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate78.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_version"},message:"must have required property '"+"schema_version"+"'",schema:schema238.required,parentSchema:schema238,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.loop === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "loop"},message:"must have required property '"+"loop"+"'",schema:schema238.required,parentSchema:schema238,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.active === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "active"},message:"must have required property '"+"active"+"'",schema:schema238.required,parentSchema:schema238,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema238.properties, key0)) || (pattern4.test(key0)))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema238,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.schema_version !== undefined){
let data0 = data.schema_version;
if("roster/v1" !== data0){
const err4 = {instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/const",keyword:"const",params:{allowedValue: "roster/v1"},message:"must be equal to constant",schema:"roster/v1",parentSchema:schema238.properties.schema_version,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.loop !== undefined){
let data1 = data.loop;
if(typeof data1 === "string"){
if(func2(data1) > 80){
const err5 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema239,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern5.test(data1)){
const err6 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema239,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/loop",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema239.type,parentSchema:schema239,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.decision !== undefined){
let data2 = data.decision;
if(typeof data2 === "string"){
if(!pattern114.test(data2)){
const err8 = {instancePath:instancePath+"/decision",schemaPath:"#/properties/decision/pattern",keyword:"pattern",params:{pattern: "^DEC-\\d{3,}$"},message:"must match pattern \""+"^DEC-\\d{3,}$"+"\"",schema:"^DEC-\\d{3,}$",parentSchema:schema238.properties.decision,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/decision",schemaPath:"#/properties/decision/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema238.properties.decision.type,parentSchema:schema238.properties.decision,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.schedule_path !== undefined){
let data3 = data.schedule_path;
if(typeof data3 === "string"){
if(func2(data3) > 400){
const err10 = {instancePath:instancePath+"/schedule_path",schemaPath:"#/$defs/relative_path/maxLength",keyword:"maxLength",params:{limit: 400},message:"must NOT have more than 400 characters",schema:400,parentSchema:schema240,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern179.test(data3)){
const err11 = {instancePath:instancePath+"/schedule_path",schemaPath:"#/$defs/relative_path/pattern",keyword:"pattern",params:{pattern: "^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$"},message:"must match pattern \""+"^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$"+"\"",schema:"^(?!/)(?!.*(?:^|/)(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\\\u0000-\\u001f]+$",parentSchema:schema240,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/schedule_path",schemaPath:"#/$defs/relative_path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema240.type,parentSchema:schema240,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.defaults !== undefined){
let data4 = data.defaults;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!((((((key1 === "forge") || (key1 === "owner")) || (key1 === "domain")) || (key1 === "phase")) || (key1 === "wave")) || (pattern4.test(key1)))){
const err13 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema238.properties.defaults,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data4.forge !== undefined){
let data5 = data4.forge;
if(typeof data5 === "string"){
if(func2(data5) > 80){
const err14 = {instancePath:instancePath+"/defaults/forge",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema239,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern5.test(data5)){
const err15 = {instancePath:instancePath+"/defaults/forge",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema239,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/defaults/forge",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema239.type,parentSchema:schema239,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.owner !== undefined){
let data6 = data4.owner;
if(typeof data6 === "string"){
if(func2(data6) > 100){
const err17 = {instancePath:instancePath+"/defaults/owner",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema242,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern93.test(data6)){
const err18 = {instancePath:instancePath+"/defaults/owner",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema242,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/defaults/owner",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema242.type,parentSchema:schema242,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.domain !== undefined){
let data7 = data4.domain;
if(typeof data7 === "string"){
if(func2(data7) > 80){
const err20 = {instancePath:instancePath+"/defaults/domain",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema239,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern5.test(data7)){
const err21 = {instancePath:instancePath+"/defaults/domain",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema239,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/defaults/domain",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema239.type,parentSchema:schema239,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data4.phase !== undefined){
let data8 = data4.phase;
if(typeof data8 === "string"){
if(func2(data8) > 40){
const err23 = {instancePath:instancePath+"/defaults/phase",schemaPath:"#/$defs/phase_name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema244,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern9.test(data8)){
const err24 = {instancePath:instancePath+"/defaults/phase",schemaPath:"#/$defs/phase_name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",schema:"^[a-z][a-z0-9_-]*$",parentSchema:schema244,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/defaults/phase",schemaPath:"#/$defs/phase_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema244.type,parentSchema:schema244,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data4.wave !== undefined){
let data9 = data4.wave;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err26 = {instancePath:instancePath+"/defaults/wave",schemaPath:"#/properties/defaults/properties/wave/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema238.properties.defaults.properties.wave.type,parentSchema:schema238.properties.defaults.properties.wave,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 99 || isNaN(data9)){
const err27 = {instancePath:instancePath+"/defaults/wave",schemaPath:"#/properties/defaults/properties/wave/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema238.properties.defaults.properties.wave,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err28 = {instancePath:instancePath+"/defaults/wave",schemaPath:"#/properties/defaults/properties/wave/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema238.properties.defaults.properties.wave,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
}
else {
const err29 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema238.properties.defaults.type,parentSchema:schema238.properties.defaults,data:data4};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.active !== undefined){
let data10 = data.active;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
if(!(validate79(data10[i0], {instancePath:instancePath+"/active/" + i0,parentData:data10,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
const err30 = {instancePath:instancePath+"/active",schemaPath:"#/properties/active/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema238.properties.active.type,parentSchema:schema238.properties.active,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.expansion_queue !== undefined){
let data12 = data.expansion_queue;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(!(validate79(data12[i1], {instancePath:instancePath+"/expansion_queue/" + i1,parentData:data12,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
const err31 = {instancePath:instancePath+"/expansion_queue",schemaPath:"#/properties/expansion_queue/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema238.properties.expansion_queue.type,parentSchema:schema238.properties.expansion_queue,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.saturated !== undefined){
let data14 = data.saturated;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
if(!(validate79(data14[i2], {instancePath:instancePath+"/saturated/" + i2,parentData:data14,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath:instancePath+"/saturated",schemaPath:"#/properties/saturated/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema238.properties.saturated.type,parentSchema:schema238.properties.saturated,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.removed !== undefined){
let data16 = data.removed;
if(Array.isArray(data16)){
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
let data17 = data16[i3];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.repo === undefined){
const err33 = {instancePath:instancePath+"/removed/" + i3,schemaPath:"#/properties/removed/items/required",keyword:"required",params:{missingProperty: "repo"},message:"must have required property '"+"repo"+"'",schema:schema238.properties.removed.items.required,parentSchema:schema238.properties.removed.items,data:data17};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data17.mode === undefined){
const err34 = {instancePath:instancePath+"/removed/" + i3,schemaPath:"#/properties/removed/items/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'",schema:schema238.properties.removed.items.required,parentSchema:schema238.properties.removed.items,data:data17};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data17.reason === undefined){
const err35 = {instancePath:instancePath+"/removed/" + i3,schemaPath:"#/properties/removed/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema238.properties.removed.items.required,parentSchema:schema238.properties.removed.items,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key2 in data17){
if(!((((((key2 === "forge") || (key2 === "owner")) || (key2 === "repo")) || (key2 === "mode")) || (key2 === "reason")) || (pattern4.test(key2)))){
const err36 = {instancePath:instancePath+"/removed/" + i3,schemaPath:"#/properties/removed/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema238.properties.removed.items,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data17.forge !== undefined){
let data18 = data17.forge;
if(typeof data18 === "string"){
if(func2(data18) > 80){
const err37 = {instancePath:instancePath+"/removed/" + i3+"/forge",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema239,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern5.test(data18)){
const err38 = {instancePath:instancePath+"/removed/" + i3+"/forge",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema239,data:data18};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/removed/" + i3+"/forge",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema239.type,parentSchema:schema239,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data17.owner !== undefined){
let data19 = data17.owner;
if(typeof data19 === "string"){
if(func2(data19) > 100){
const err40 = {instancePath:instancePath+"/removed/" + i3+"/owner",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema242,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!pattern93.test(data19)){
const err41 = {instancePath:instancePath+"/removed/" + i3+"/owner",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema242,data:data19};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/removed/" + i3+"/owner",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema242.type,parentSchema:schema242,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data17.repo !== undefined){
let data20 = data17.repo;
if(typeof data20 === "string"){
if(func2(data20) > 100){
const err43 = {instancePath:instancePath+"/removed/" + i3+"/repo",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema242,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!pattern93.test(data20)){
const err44 = {instancePath:instancePath+"/removed/" + i3+"/repo",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema242,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/removed/" + i3+"/repo",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema242.type,parentSchema:schema242,data:data20};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data17.mode !== undefined){
let data21 = data17.mode;
if(!(((data21 === "release") || (data21 === "disable")) || (data21 === "prune"))){
const err46 = {instancePath:instancePath+"/removed/" + i3+"/mode",schemaPath:"#/properties/removed/items/properties/mode/enum",keyword:"enum",params:{allowedValues: schema238.properties.removed.items.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema238.properties.removed.items.properties.mode.enum,parentSchema:schema238.properties.removed.items.properties.mode,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data17.reason !== undefined){
let data22 = data17.reason;
if(typeof data22 === "string"){
if(func2(data22) > 2000){
const err47 = {instancePath:instancePath+"/removed/" + i3+"/reason",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema251,data:data22};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(func2(data22) < 1){
const err48 = {instancePath:instancePath+"/removed/" + i3+"/reason",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema251,data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/removed/" + i3+"/reason",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema251.type,parentSchema:schema251,data:data22};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/removed/" + i3,schemaPath:"#/properties/removed/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema238.properties.removed.items.type,parentSchema:schema238.properties.removed.items,data:data17};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/removed",schemaPath:"#/properties/removed/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema238.properties.removed.type,parentSchema:schema238.properties.removed,data:data16};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.moved !== undefined){
let data23 = data.moved;
if(Array.isArray(data23)){
const len4 = data23.length;
for(let i4=0; i4<len4; i4++){
let data24 = data23[i4];
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.from === undefined){
const err52 = {instancePath:instancePath+"/moved/" + i4,schemaPath:"#/properties/moved/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema238.properties.moved.items.required,parentSchema:schema238.properties.moved.items,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data24.to === undefined){
const err53 = {instancePath:instancePath+"/moved/" + i4,schemaPath:"#/properties/moved/items/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'",schema:schema238.properties.moved.items.required,parentSchema:schema238.properties.moved.items,data:data24};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
for(const key3 in data24){
if(!((((key3 === "forge") || (key3 === "from")) || (key3 === "to")) || (pattern4.test(key3)))){
const err54 = {instancePath:instancePath+"/moved/" + i4,schemaPath:"#/properties/moved/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema238.properties.moved.items,data:data24};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data24.forge !== undefined){
let data25 = data24.forge;
if(typeof data25 === "string"){
if(func2(data25) > 80){
const err55 = {instancePath:instancePath+"/moved/" + i4+"/forge",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema239,data:data25};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(!pattern5.test(data25)){
const err56 = {instancePath:instancePath+"/moved/" + i4+"/forge",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema239,data:data25};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/moved/" + i4+"/forge",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema239.type,parentSchema:schema239,data:data25};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data24.from !== undefined){
let data26 = data24.from;
if(typeof data26 === "string"){
if(func2(data26) > 2000){
const err58 = {instancePath:instancePath+"/moved/" + i4+"/from",schemaPath:"#/properties/moved/items/properties/from/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema238.properties.moved.items.properties.from,data:data26};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(func2(data26) < 1){
const err59 = {instancePath:instancePath+"/moved/" + i4+"/from",schemaPath:"#/properties/moved/items/properties/from/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema238.properties.moved.items.properties.from,data:data26};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/moved/" + i4+"/from",schemaPath:"#/properties/moved/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema238.properties.moved.items.properties.from.type,parentSchema:schema238.properties.moved.items.properties.from,data:data26};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data24.to !== undefined){
let data27 = data24.to;
if(typeof data27 === "string"){
if(func2(data27) > 2000){
const err61 = {instancePath:instancePath+"/moved/" + i4+"/to",schemaPath:"#/properties/moved/items/properties/to/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema238.properties.moved.items.properties.to,data:data27};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(func2(data27) < 1){
const err62 = {instancePath:instancePath+"/moved/" + i4+"/to",schemaPath:"#/properties/moved/items/properties/to/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema238.properties.moved.items.properties.to,data:data27};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/moved/" + i4+"/to",schemaPath:"#/properties/moved/items/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema238.properties.moved.items.properties.to.type,parentSchema:schema238.properties.moved.items.properties.to,data:data27};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/moved/" + i4,schemaPath:"#/properties/moved/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema238.properties.moved.items.type,parentSchema:schema238.properties.moved.items,data:data24};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/moved",schemaPath:"#/properties/moved/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema238.properties.moved.type,parentSchema:schema238.properties.moved,data:data23};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema238.type,parentSchema:schema238,data};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}
validate78.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const schedule = validate83;
const schema260 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:schedule","title":"Schedule","description":".kaizen/schedule.yml in a pilot repo: the supplier's contract (ADR-005). Owned by the pilot; the loop owns the paths marked x-ownership.","type":"object","additionalProperties":false,"required":["timezone","agents"],"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"properties":{"version":{"description":"Version of the supplier's format, as the supplier writes it.","type":["string","integer"]},"timezone":{"description":"IANA time zone of every cron in this file.","$ref":"#/$defs/zone","x-ownership":"seed"},"domain":{"description":"Domain the repo belongs to.","$ref":"#/$defs/slug","x-ownership":"seed"},"enabled":{"description":"The repo's own kill switch: false is consent withdrawn, and wins.","type":"boolean"},"paused":{"description":"A pause set by the repo; it wins until it ends.","type":"object","additionalProperties":false,"required":["reason"],"properties":{"until":{"$ref":"#/$defs/instant"},"reason":{"$ref":"#/$defs/text"},"by":{"description":"Who.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"agents":{"description":"Scheduled agents by name.","type":"object","additionalProperties":false,"patternProperties":{"^[a-z0-9][a-z0-9_-]*$":{"$ref":"#/$defs/agent"}}}},"$defs":{"agent":{"description":"One agent. Keys beside these are the repo's own.","type":"object","additionalProperties":false,"required":["cadence","enabled"],"properties":{"cadence":{"description":"How often it runs.","$ref":"#/$defs/cadence","x-ownership":"overridable"},"cron":{"description":"When it runs, in the file's time zone. Absent for manual agents.","$ref":"#/$defs/cron","x-ownership":"overridable"},"enabled":{"description":"Whether it runs.","type":"boolean","x-ownership":"enforced"},"prompt":{"description":"Prompt or skill the supplier's command uses.","type":"string","minLength":1,"maxLength":2000},"timeout":{"description":"Longest session.","$ref":"#/$defs/duration"},"labels":{"description":"Labels for the agent's tasks.","type":"array","items":{"description":"A label.","type":"string","minLength":1,"maxLength":2000}},"notes":{"description":"For people.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}},"cadence":{"description":"How often an agent runs, as the supplier's contract says it. There is no hourly: during bootstrap the cron carries it.","enum":["daily","weekly","monthly","manual"]},"cron":{"description":"Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.","type":"string","minLength":1,"maxLength":200,"x-expect":"five cron fields, such as \"15 * * * *\""},"duration":{"description":"ISO 8601 duration without months or years.","type":"string","pattern":"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$","x-expect":"an ISO 8601 duration without months or years, such as PT5M, PT2H or P3D"},"instant":{"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"text":{"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000},"zone":{"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"}}};
const schema261 = {"description":"IANA time zone, checked against the zones of this runtime.","type":"string","minLength":1,"maxLength":64,"x-expect":"an IANA time zone, such as Europe/Berlin"};
const schema262 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema263 = {"description":"RFC 3339 instant in UTC.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$","x-expect":"an instant in UTC, such as 2026-09-01T00:00:00Z"};
const schema264 = {"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000};
const schema265 = {"description":"One agent. Keys beside these are the repo's own.","type":"object","additionalProperties":false,"required":["cadence","enabled"],"properties":{"cadence":{"description":"How often it runs.","$ref":"#/$defs/cadence","x-ownership":"overridable"},"cron":{"description":"When it runs, in the file's time zone. Absent for manual agents.","$ref":"#/$defs/cron","x-ownership":"overridable"},"enabled":{"description":"Whether it runs.","type":"boolean","x-ownership":"enforced"},"prompt":{"description":"Prompt or skill the supplier's command uses.","type":"string","minLength":1,"maxLength":2000},"timeout":{"description":"Longest session.","$ref":"#/$defs/duration"},"labels":{"description":"Labels for the agent's tasks.","type":"array","items":{"description":"A label.","type":"string","minLength":1,"maxLength":2000}},"notes":{"description":"For people.","type":"string","minLength":1,"maxLength":2000}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}};
const schema266 = {"description":"How often an agent runs, as the supplier's contract says it. There is no hourly: during bootstrap the cron carries it.","enum":["daily","weekly","monthly","manual"]};
const schema267 = {"description":"Cron expression of five fields: minute, hour, day of month, month, day of week. Checked field by field by the cron planner.","type":"string","minLength":1,"maxLength":200,"x-expect":"five cron fields, such as \"15 * * * *\""};
const schema268 = {"description":"ISO 8601 duration without months or years.","type":"string","pattern":"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$","x-expect":"an ISO 8601 duration without months or years, such as PT5M, PT2H or P3D"};

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate84.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cadence === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cadence"},message:"must have required property '"+"cadence"+"'",schema:schema265.required,parentSchema:schema265,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.enabled === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "enabled"},message:"must have required property '"+"enabled"+"'",schema:schema265.required,parentSchema:schema265,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "cadence") || (key0 === "cron")) || (key0 === "enabled")) || (key0 === "prompt")) || (key0 === "timeout")) || (key0 === "labels")) || (key0 === "notes")) || (pattern4.test(key0)))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema265,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.cadence !== undefined){
let data0 = data.cadence;
if(!((((data0 === "daily") || (data0 === "weekly")) || (data0 === "monthly")) || (data0 === "manual"))){
const err3 = {instancePath:instancePath+"/cadence",schemaPath:"#/$defs/cadence/enum",keyword:"enum",params:{allowedValues: schema266.enum},message:"must be equal to one of the allowed values",schema:schema266.enum,parentSchema:schema266,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cron !== undefined){
let data1 = data.cron;
if(typeof data1 === "string"){
if(func2(data1) > 200){
const err4 = {instancePath:instancePath+"/cron",schemaPath:"#/$defs/cron/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema267,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data1) < 1){
const err5 = {instancePath:instancePath+"/cron",schemaPath:"#/$defs/cron/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema267,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/cron",schemaPath:"#/$defs/cron/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema267.type,parentSchema:schema267,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.enabled !== undefined){
let data2 = data.enabled;
if(typeof data2 !== "boolean"){
const err7 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema265.properties.enabled.type,parentSchema:schema265.properties.enabled,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.prompt !== undefined){
let data3 = data.prompt;
if(typeof data3 === "string"){
if(func2(data3) > 2000){
const err8 = {instancePath:instancePath+"/prompt",schemaPath:"#/properties/prompt/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema265.properties.prompt,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(func2(data3) < 1){
const err9 = {instancePath:instancePath+"/prompt",schemaPath:"#/properties/prompt/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema265.properties.prompt,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/prompt",schemaPath:"#/properties/prompt/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema265.properties.prompt.type,parentSchema:schema265.properties.prompt,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.timeout !== undefined){
let data4 = data.timeout;
if(typeof data4 === "string"){
if(!pattern21.test(data4)){
const err11 = {instancePath:instancePath+"/timeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"},message:"must match pattern \""+"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$"+"\"",schema:"^P(?=.)(?:\\d+W|(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$",parentSchema:schema268,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/timeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema268.type,parentSchema:schema268,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.labels !== undefined){
let data5 = data.labels;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func2(data6) > 2000){
const err13 = {instancePath:instancePath+"/labels/" + i0,schemaPath:"#/properties/labels/items/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema265.properties.labels.items,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(func2(data6) < 1){
const err14 = {instancePath:instancePath+"/labels/" + i0,schemaPath:"#/properties/labels/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema265.properties.labels.items,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/labels/" + i0,schemaPath:"#/properties/labels/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema265.properties.labels.items.type,parentSchema:schema265.properties.labels.items,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema265.properties.labels.type,parentSchema:schema265.properties.labels,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.notes !== undefined){
let data7 = data.notes;
if(typeof data7 === "string"){
if(func2(data7) > 2000){
const err17 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema265.properties.notes,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func2(data7) < 1){
const err18 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema265.properties.notes,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema265.properties.notes.type,parentSchema:schema265.properties.notes,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema265.type,parentSchema:schema265,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}
validate84.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:schedule" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate83.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.timezone === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timezone"},message:"must have required property '"+"timezone"+"'",schema:schema260.required,parentSchema:schema260,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.agents === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agents"},message:"must have required property '"+"agents"+"'",schema:schema260.required,parentSchema:schema260,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "version") || (key0 === "timezone")) || (key0 === "domain")) || (key0 === "enabled")) || (key0 === "paused")) || (key0 === "agents")) || (pattern4.test(key0)))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema260,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if((typeof data0 !== "string") && (!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0))))){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema260.properties.version.type},message:"must be string,integer",schema:schema260.properties.version.type,parentSchema:schema260.properties.version,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.timezone !== undefined){
let data1 = data.timezone;
if(typeof data1 === "string"){
if(func2(data1) > 64){
const err4 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema261,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data1) < 1){
const err5 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema261,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/timezone",schemaPath:"#/$defs/zone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema261.type,parentSchema:schema261,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.domain !== undefined){
let data2 = data.domain;
if(typeof data2 === "string"){
if(func2(data2) > 80){
const err7 = {instancePath:instancePath+"/domain",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema262,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern5.test(data2)){
const err8 = {instancePath:instancePath+"/domain",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema262,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/domain",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema262.type,parentSchema:schema262,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.enabled !== undefined){
let data3 = data.enabled;
if(typeof data3 !== "boolean"){
const err10 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema260.properties.enabled.type,parentSchema:schema260.properties.enabled,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.paused !== undefined){
let data4 = data.paused;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.reason === undefined){
const err11 = {instancePath:instancePath+"/paused",schemaPath:"#/properties/paused/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema260.properties.paused.required,parentSchema:schema260.properties.paused,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data4){
if(!((((key1 === "until") || (key1 === "reason")) || (key1 === "by")) || (pattern4.test(key1)))){
const err12 = {instancePath:instancePath+"/paused",schemaPath:"#/properties/paused/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema260.properties.paused,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.until !== undefined){
let data5 = data4.until;
if(typeof data5 === "string"){
if(!pattern14.test(data5)){
const err13 = {instancePath:instancePath+"/paused/until",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d{1,9})?Z$",parentSchema:schema263,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/paused/until",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema263.type,parentSchema:schema263,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data4.reason !== undefined){
let data6 = data4.reason;
if(typeof data6 === "string"){
if(func2(data6) > 2000){
const err15 = {instancePath:instancePath+"/paused/reason",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema264,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func2(data6) < 1){
const err16 = {instancePath:instancePath+"/paused/reason",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema264,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/paused/reason",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema264.type,parentSchema:schema264,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.by !== undefined){
let data7 = data4.by;
if(typeof data7 === "string"){
if(func2(data7) > 2000){
const err18 = {instancePath:instancePath+"/paused/by",schemaPath:"#/properties/paused/properties/by/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema260.properties.paused.properties.by,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func2(data7) < 1){
const err19 = {instancePath:instancePath+"/paused/by",schemaPath:"#/properties/paused/properties/by/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema260.properties.paused.properties.by,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/paused/by",schemaPath:"#/properties/paused/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema260.properties.paused.properties.by.type,parentSchema:schema260.properties.paused.properties.by,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/paused",schemaPath:"#/properties/paused/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema260.properties.paused.type,parentSchema:schema260.properties.paused,data:data4};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.agents !== undefined){
let data8 = data.agents;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!(pattern10.test(key2))){
const err22 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema260.properties.agents,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
for(const key3 in data8){
if(pattern10.test(key3)){
if(!(validate84(data8[key3], {instancePath:instancePath+"/agents/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data8,parentDataProperty:key3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema260.properties.agents.type,parentSchema:schema260.properties.agents,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema260.type,parentSchema:schema260,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate83.errors = vErrors;
return errors === 0;
}
validate83.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const workplanTask = validate86;
const schema269 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:workplan-task","title":"WorkplanTask","description":"A ```task fence of a workplan: the second copy of a task's status, its priority and its id in the state hub.","type":"object","additionalProperties":false,"required":["id","status"],"properties":{"id":{"description":"Full task id.","type":"string","pattern":"^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$","x-expect":"a full task id, such as LOOP-WP-0001-T01"},"status":{"$ref":"#/$defs/status"},"priority":{"description":"Priority.","enum":["low","medium","high","critical"]},"state_hub_task_id":{"description":"Id of the task in the state hub.","$ref":"#/$defs/uuid"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"status":{"description":"Status of a task.","enum":["todo","in_progress","blocked","done","cancelled"]},"uuid":{"description":"A UUID.","type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","x-expect":"a UUID in lower case"}}};
const schema270 = {"description":"Status of a task.","enum":["todo","in_progress","blocked","done","cancelled"]};
const schema271 = {"description":"A UUID.","type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","x-expect":"a UUID in lower case"};

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:workplan-task" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate86.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema269.required,parentSchema:schema269,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.status === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema269.required,parentSchema:schema269,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "id") || (key0 === "status")) || (key0 === "priority")) || (key0 === "state_hub_task_id")) || (pattern4.test(key0)))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema269,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern66.test(data0)){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$"},message:"must match pattern \""+"^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$"+"\"",schema:"^[A-Z][A-Z0-9]*-WP-\\d{4}-T\\d{2,}$",parentSchema:schema269.properties.id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema269.properties.id.type,parentSchema:schema269.properties.id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.status !== undefined){
let data1 = data.status;
if(!(((((data1 === "todo") || (data1 === "in_progress")) || (data1 === "blocked")) || (data1 === "done")) || (data1 === "cancelled"))){
const err5 = {instancePath:instancePath+"/status",schemaPath:"#/$defs/status/enum",keyword:"enum",params:{allowedValues: schema270.enum},message:"must be equal to one of the allowed values",schema:schema270.enum,parentSchema:schema270,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.priority !== undefined){
let data2 = data.priority;
if(!((((data2 === "low") || (data2 === "medium")) || (data2 === "high")) || (data2 === "critical"))){
const err6 = {instancePath:instancePath+"/priority",schemaPath:"#/properties/priority/enum",keyword:"enum",params:{allowedValues: schema269.properties.priority.enum},message:"must be equal to one of the allowed values",schema:schema269.properties.priority.enum,parentSchema:schema269.properties.priority,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.state_hub_task_id !== undefined){
let data3 = data.state_hub_task_id;
if(typeof data3 === "string"){
if(!pattern51.test(data3)){
const err7 = {instancePath:instancePath+"/state_hub_task_id",schemaPath:"#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"},message:"must match pattern \""+"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"+"\"",schema:"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",parentSchema:schema271,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/state_hub_task_id",schemaPath:"#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema271.type,parentSchema:schema271,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema269.type,parentSchema:schema269,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}
validate86.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const workplan = validate87;
const schema272 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:coulomb-loop:schema:workplan","title":"Workplan","description":"Frontmatter of workplans/*.md. The status of every task stands here and in the task's fence; both must agree.","type":"object","additionalProperties":false,"required":["id","type","title","status","tasks"],"properties":{"id":{"description":"Workplan id.","type":"string","pattern":"^[A-Z][A-Z0-9]*-WP-\\d{4}$","x-expect":"a workplan id, such as LOOP-WP-0001"},"type":{"description":"Marks the document.","const":"workplan"},"title":{"$ref":"#/$defs/text"},"domain":{"$ref":"#/$defs/slug"},"repo":{"$ref":"#/$defs/repo_name"},"status":{"description":"Status of the workplan.","enum":["draft","active","paused","done","cancelled"]},"owner":{"$ref":"#/$defs/slug"},"topic_slug":{"$ref":"#/$defs/slug"},"supplier":{"$ref":"#/$defs/slug"},"created":{"$ref":"#/$defs/date"},"updated":{"$ref":"#/$defs/date"},"depends_on":{"description":"Workplans that come first, by id.","type":"array","items":{"description":"A workplan id.","type":"string","pattern":"^[A-Z][A-Z0-9]*-WP-\\d{4}$","x-expect":"a workplan id, such as LOOP-WP-0001"}},"tasks":{"description":"Tasks, in order.","type":"array","items":{"description":"A task's first copy.","type":"object","additionalProperties":false,"required":["id","status","title"],"properties":{"id":{"description":"Task id.","type":"string","pattern":"^T\\d{2,}$","x-expect":"a task id, such as T01"},"status":{"$ref":"#/$defs/status"},"title":{"$ref":"#/$defs/text"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}}}},"state_hub_workstream_id":{"description":"Id of the workstream in the state hub.","$ref":"#/$defs/uuid"}},"patternProperties":{"^x[-_]":{"description":"Free for your own use; never read."}},"$defs":{"date":{"description":"Calendar day.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$","x-expect":"a day, such as 2026-06-18"},"repo_name":{"description":"Name of a repository or its owner on a forge.","type":"string","pattern":"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$","maxLength":100,"x-expect":"a repository or owner name of letters, digits, '.', '-' and '_'"},"slug":{"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"},"status":{"description":"Status of a task.","enum":["todo","in_progress","blocked","done","cancelled"]},"text":{"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000},"uuid":{"description":"A UUID.","type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","x-expect":"a UUID in lower case"}}};
const schema273 = {"description":"A line of text for people.","type":"string","minLength":1,"maxLength":2000};
const schema274 = {"description":"Lower-case word: letters, digits, hyphen, underscore.","type":"string","pattern":"^[a-z0-9]+(?:[-_][a-z0-9]+)*$","maxLength":80,"x-expect":"a lower-case word of letters, digits, '-' and '_', such as kaizen-stack"};
const schema275 = {"description":"Name of a repository or its owner on a forge.","type":"string","pattern":"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$","maxLength":100,"x-expect":"a repository or owner name of letters, digits, '.', '-' and '_'"};
const schema279 = {"description":"Calendar day.","type":"string","pattern":"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$","x-expect":"a day, such as 2026-06-18"};
const schema281 = {"description":"Status of a task.","enum":["todo","in_progress","blocked","done","cancelled"]};
const schema283 = {"description":"A UUID.","type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","x-expect":"a UUID in lower case"};
const pattern258 = new RegExp("^[A-Z][A-Z0-9]*-WP-\\d{4}$", "u");
const pattern264 = new RegExp("^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$", "u");
const pattern268 = new RegExp("^T\\d{2,}$", "u");

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:coulomb-loop:schema:workplan" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate87.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.title === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.status === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.tasks === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tasks"},message:"must have required property '"+"tasks"+"'",schema:schema272.required,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((func1.call(schema272.properties, key0)) || (pattern4.test(key0)))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern258.test(data0)){
const err6 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*-WP-\\d{4}$"},message:"must match pattern \""+"^[A-Z][A-Z0-9]*-WP-\\d{4}$"+"\"",schema:"^[A-Z][A-Z0-9]*-WP-\\d{4}$",parentSchema:schema272.properties.id,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema272.properties.id.type,parentSchema:schema272.properties.id,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if("workplan" !== data1){
const err8 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "workplan"},message:"must be equal to constant",schema:"workplan",parentSchema:schema272.properties.type,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.title !== undefined){
let data2 = data.title;
if(typeof data2 === "string"){
if(func2(data2) > 2000){
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema273,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func2(data2) < 1){
const err10 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema273,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/title",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema273.type,parentSchema:schema273,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.domain !== undefined){
let data3 = data.domain;
if(typeof data3 === "string"){
if(func2(data3) > 80){
const err12 = {instancePath:instancePath+"/domain",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema274,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern5.test(data3)){
const err13 = {instancePath:instancePath+"/domain",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema274,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/domain",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema274.type,parentSchema:schema274,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.repo !== undefined){
let data4 = data.repo;
if(typeof data4 === "string"){
if(func2(data4) > 100){
const err15 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema275,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern93.test(data4)){
const err16 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_name/pattern",keyword:"pattern",params:{pattern: "^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$"+"\"",schema:"^(?!\\.{1,2}$)[A-Za-z0-9._-]+$",parentSchema:schema275,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/repo",schemaPath:"#/$defs/repo_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema275.type,parentSchema:schema275,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.status !== undefined){
let data5 = data.status;
if(!(((((data5 === "draft") || (data5 === "active")) || (data5 === "paused")) || (data5 === "done")) || (data5 === "cancelled"))){
const err18 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema272.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema272.properties.status.enum,parentSchema:schema272.properties.status,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.owner !== undefined){
let data6 = data.owner;
if(typeof data6 === "string"){
if(func2(data6) > 80){
const err19 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema274,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern5.test(data6)){
const err20 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema274,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/owner",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema274.type,parentSchema:schema274,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.topic_slug !== undefined){
let data7 = data.topic_slug;
if(typeof data7 === "string"){
if(func2(data7) > 80){
const err22 = {instancePath:instancePath+"/topic_slug",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema274,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern5.test(data7)){
const err23 = {instancePath:instancePath+"/topic_slug",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema274,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/topic_slug",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema274.type,parentSchema:schema274,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.supplier !== undefined){
let data8 = data.supplier;
if(typeof data8 === "string"){
if(func2(data8) > 80){
const err25 = {instancePath:instancePath+"/supplier",schemaPath:"#/$defs/slug/maxLength",keyword:"maxLength",params:{limit: 80},message:"must NOT have more than 80 characters",schema:80,parentSchema:schema274,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern5.test(data8)){
const err26 = {instancePath:instancePath+"/supplier",schemaPath:"#/$defs/slug/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"+"\"",schema:"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",parentSchema:schema274,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/supplier",schemaPath:"#/$defs/slug/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema274.type,parentSchema:schema274,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.created !== undefined){
let data9 = data.created;
if(typeof data9 === "string"){
if(!pattern264.test(data9)){
const err28 = {instancePath:instancePath+"/created",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/created",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema279.type,parentSchema:schema279,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.updated !== undefined){
let data10 = data.updated;
if(typeof data10 === "string"){
if(!pattern264.test(data10)){
const err30 = {instancePath:instancePath+"/updated",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"},message:"must match pattern \""+"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$"+"\"",schema:"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",parentSchema:schema279,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/updated",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema279.type,parentSchema:schema279,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.depends_on !== undefined){
let data11 = data.depends_on;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(typeof data12 === "string"){
if(!pattern258.test(data12)){
const err32 = {instancePath:instancePath+"/depends_on/" + i0,schemaPath:"#/properties/depends_on/items/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*-WP-\\d{4}$"},message:"must match pattern \""+"^[A-Z][A-Z0-9]*-WP-\\d{4}$"+"\"",schema:"^[A-Z][A-Z0-9]*-WP-\\d{4}$",parentSchema:schema272.properties.depends_on.items,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/depends_on/" + i0,schemaPath:"#/properties/depends_on/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema272.properties.depends_on.items.type,parentSchema:schema272.properties.depends_on.items,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema272.properties.depends_on.type,parentSchema:schema272.properties.depends_on,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.tasks !== undefined){
let data13 = data.tasks;
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.id === undefined){
const err35 = {instancePath:instancePath+"/tasks/" + i1,schemaPath:"#/properties/tasks/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema272.properties.tasks.items.required,parentSchema:schema272.properties.tasks.items,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data14.status === undefined){
const err36 = {instancePath:instancePath+"/tasks/" + i1,schemaPath:"#/properties/tasks/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema272.properties.tasks.items.required,parentSchema:schema272.properties.tasks.items,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data14.title === undefined){
const err37 = {instancePath:instancePath+"/tasks/" + i1,schemaPath:"#/properties/tasks/items/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema272.properties.tasks.items.required,parentSchema:schema272.properties.tasks.items,data:data14};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key1 in data14){
if(!((((key1 === "id") || (key1 === "status")) || (key1 === "title")) || (pattern4.test(key1)))){
const err38 = {instancePath:instancePath+"/tasks/" + i1,schemaPath:"#/properties/tasks/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema272.properties.tasks.items,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data14.id !== undefined){
let data15 = data14.id;
if(typeof data15 === "string"){
if(!pattern268.test(data15)){
const err39 = {instancePath:instancePath+"/tasks/" + i1+"/id",schemaPath:"#/properties/tasks/items/properties/id/pattern",keyword:"pattern",params:{pattern: "^T\\d{2,}$"},message:"must match pattern \""+"^T\\d{2,}$"+"\"",schema:"^T\\d{2,}$",parentSchema:schema272.properties.tasks.items.properties.id,data:data15};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/tasks/" + i1+"/id",schemaPath:"#/properties/tasks/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema272.properties.tasks.items.properties.id.type,parentSchema:schema272.properties.tasks.items.properties.id,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data14.status !== undefined){
let data16 = data14.status;
if(!(((((data16 === "todo") || (data16 === "in_progress")) || (data16 === "blocked")) || (data16 === "done")) || (data16 === "cancelled"))){
const err41 = {instancePath:instancePath+"/tasks/" + i1+"/status",schemaPath:"#/$defs/status/enum",keyword:"enum",params:{allowedValues: schema281.enum},message:"must be equal to one of the allowed values",schema:schema281.enum,parentSchema:schema281,data:data16};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data14.title !== undefined){
let data17 = data14.title;
if(typeof data17 === "string"){
if(func2(data17) > 2000){
const err42 = {instancePath:instancePath+"/tasks/" + i1+"/title",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema273,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(func2(data17) < 1){
const err43 = {instancePath:instancePath+"/tasks/" + i1+"/title",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema273,data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/tasks/" + i1+"/title",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema273.type,parentSchema:schema273,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/tasks/" + i1,schemaPath:"#/properties/tasks/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema272.properties.tasks.items.type,parentSchema:schema272.properties.tasks.items,data:data14};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/tasks",schemaPath:"#/properties/tasks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema272.properties.tasks.type,parentSchema:schema272.properties.tasks,data:data13};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.state_hub_workstream_id !== undefined){
let data18 = data.state_hub_workstream_id;
if(typeof data18 === "string"){
if(!pattern51.test(data18)){
const err47 = {instancePath:instancePath+"/state_hub_workstream_id",schemaPath:"#/$defs/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"},message:"must match pattern \""+"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"+"\"",schema:"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",parentSchema:schema283,data:data18};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/state_hub_workstream_id",schemaPath:"#/$defs/uuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema283.type,parentSchema:schema283,data:data18};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema272.type,parentSchema:schema272,data};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}
validate87.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

