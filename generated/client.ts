/* Generated from openapi/ by `npm run generate`. Do not edit. */
import type { ClientDialect, ClientOperation, ClientTask } from '../src/client/contract.js';
import type { components } from './types.js';

/** The events of each operation that can answer with a stream. */
export interface StreamEvents {
  createChatCompletion: components['schemas']['ChatCompletionChunk'];
  createMessage: components['schemas']['AnthropicStreamEvent'];
  createBypassMessage: components['schemas']['AnthropicStreamEvent'];
  streamGenerateContent: components['schemas']['GenerateContentResponse'];
  createResponse: components['schemas']['ResponseStreamEvent'];
}

export const operations = {
  "listModels": {"route":"GET /v1/models","dialects":["openai"]},
  "createChatCompletion": {"route":"POST /v1/chat/completions","body":true,"dialects":["openai"],"stream":{"protocol":"chat-completions","field":"stream","value":true,"terminator":"[DONE]"}},
  "createMessage": {"route":"POST /v1/messages","body":true,"dialects":["anthropic"],"stream":{"protocol":"messages","field":"stream","value":true}},
  "createBypassMessage": {"route":"POST /bypass/anthropic/v1/messages","body":true,"dialects":["anthropic"],"stream":{"protocol":"messages","field":"stream","value":true}},
  "generateContent": {"route":"POST /bypass/vertex/v1/models/{model}:generateContent","body":true,"dialects":["gemini"]},
  "streamGenerateContent": {"route":"POST /bypass/vertex/v1/models/{model}:streamGenerateContent","body":true,"dialects":["gemini"],"query":["alt"],"stream":{"protocol":"generate-content","field":"alt","value":"sse"}},
  "createResponse": {"route":"POST /bypass/openai/v1/responses","body":true,"dialects":["openai"],"stream":{"protocol":"responses","field":"stream","value":true}},
  "createVideo": {"route":"POST /v1/videos","body":true,"starts":"videos","dialects":["openai"]},
  "getVideo": {"route":"GET /v1/videos/{id}","dialects":["openai"]},
  "remixVideo": {"route":"POST /v1/videos/{id}/remix","body":true,"starts":"videos","dialects":["openai"]},
  "createVideoGeneration": {"route":"POST /v1/videos/generations","body":true,"starts":"veo","dialects":["veo"]},
  "getVideoGeneration": {"route":"GET /v1/videos/generations/{id}","dialects":["veo"]},
  "createContentGenerationTask": {"route":"POST /v3/contents/generations/tasks","body":true,"starts":"seedance","dialects":["ark"]},
  "getContentGenerationTask": {"route":"GET /v3/contents/generations/tasks/{id}","dialects":["ark"]},
  "createViduQ1TextToVideo": {"route":"POST /queue/fal-ai/vidu/q1/text-to-video","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ1ReferenceToVideo": {"route":"POST /queue/fal-ai/vidu/q1/reference-to-video","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ2TextToVideo": {"route":"POST /queue/fal-ai/vidu/q2/text-to-video","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ2ReferenceToVideo": {"route":"POST /queue/fal-ai/vidu/q2/reference-to-video","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ2ProImageToVideo": {"route":"POST /queue/fal-ai/vidu/q2/image-to-video/pro","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ2ProStartEndToVideo": {"route":"POST /queue/fal-ai/vidu/q2/start-end-to-video/pro","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ2ProReferenceToVideo": {"route":"POST /queue/fal-ai/vidu/q2/reference-to-video/pro","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ2TurboImageToVideo": {"route":"POST /queue/fal-ai/vidu/q2/image-to-video/turbo","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ2TurboStartEndToVideo": {"route":"POST /queue/fal-ai/vidu/q2/start-end-to-video/turbo","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ3ProImageToVideo": {"route":"POST /queue/fal-ai/vidu/q3/image-to-video/pro","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ3ProTextToVideo": {"route":"POST /queue/fal-ai/vidu/q3/text-to-video/pro","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ3ProStartEndToVideo": {"route":"POST /queue/fal-ai/vidu/q3/start-end-to-video/pro","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ3TurboImageToVideo": {"route":"POST /queue/fal-ai/vidu/q3/image-to-video/turbo","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ3TurboTextToVideo": {"route":"POST /queue/fal-ai/vidu/q3/text-to-video/turbo","body":true,"starts":"vidu","dialects":["queue"]},
  "createViduQ3TurboStartEndToVideo": {"route":"POST /queue/fal-ai/vidu/q3/start-end-to-video/turbo","body":true,"starts":"vidu","dialects":["queue"]},
  "getViduRequestStatus": {"route":"GET /queue/fal-ai/vidu/requests/{request_id}/status","dialects":["queue"],"query":["logs"]},
  "getViduRequestResult": {"route":"GET /queue/fal-ai/vidu/requests/{request_id}","dialects":["queue"]},
  "createImage": {"route":"POST /v1/images/generations","body":true,"starts":"images","dialects":["openai","kling-image"]},
  "editImage": {"route":"POST /v1/images/edits","body":true,"starts":"images","dialects":["openai","kling-image"]},
  "getImageTask": {"route":"GET /v1/images/tasks/{task_id}","dialects":["kling-image"]},
  "createKlingImageO1": {"route":"POST /queue/fal-ai/kling-image/o1","body":true,"starts":"kling-image-o1","dialects":["queue"]},
  "getKlingImageRequestStatus": {"route":"GET /queue/fal-ai/kling-image/requests/{request_id}/status","dialects":["queue"],"query":["logs"]},
  "getKlingImageRequestResult": {"route":"GET /queue/fal-ai/kling-image/requests/{request_id}","dialects":["queue"]},
  "listFiles": {"route":"GET /v1/files","dialects":["openai"],"query":["status","after","limit"]},
  "createFile": {"route":"POST /v1/files","body":true,"starts":"files","dialects":["openai"]},
  "getFile": {"route":"GET /v1/files/{file_id}","dialects":["openai"]},
  "deleteFile": {"route":"DELETE /v1/files/{file_id}","dialects":["openai"]},
} as const satisfies Record<string, ClientOperation>;

export const tasks = {
  "files": {"id":"/id","state":"/status","error":"/error","message":"/error/message","query":"getFile","states":["pending","uploading","ready","failed","expired"],"success":["ready"],"failure":["failed","expired"]},
  "videos": {"id":"/id","state":"/status","error":"/error","message":"/error/message","progress":"/progress","query":"getVideo","states":["initializing","queued","in_progress","downloading","uploading","completed","failed","cancelled"],"success":["completed"],"failure":["failed","cancelled"]},
  "veo": {"id":"/id","state":"/status","message":"/message","query":"getVideoGeneration","states":["Initializing","Queued","Running","Uploading","Completed","Failed","Unknown"],"success":["Completed"],"failure":["Failed"]},
  "seedance": {"id":"/id","state":"/status","error":"/error","message":"/error/message","query":"getContentGenerationTask","states":["queued","running","succeeded","failed","expired","cancelled"],"success":["succeeded"],"failure":["failed","expired","cancelled"]},
  "images": {"id":"/task_id","state":"/status","error":"/error","message":"/status_message","query":"getImageTask","states":["processing","succeed","failed"],"success":["succeed"],"failure":["failed"]},
  "vidu": {"id":"/request_id","state":"/status","error":"/detail","message":"/detail/msg","query":"getViduRequestStatus","states":["IN_QUEUE","IN_PROGRESS","COMPLETED"],"success":["COMPLETED"],"failure":["COMPLETED"],"result":"getViduRequestResult","resultStatus":{"400":"pending","500":"failure"}},
  "kling-image-o1": {"id":"/request_id","state":"/status","error":"/detail","message":"/detail/msg","query":"getKlingImageRequestStatus","states":["IN_QUEUE","IN_PROGRESS","COMPLETED"],"success":["COMPLETED"],"failure":["COMPLETED"],"result":"getKlingImageRequestResult","resultStatus":{"400":"pending","500":"failure"}},
} as const satisfies Record<string, ClientTask>;

export const dialects: Record<string, ClientDialect> = {
  "openai": {"message":["/error/message","/error"],"type":"/error/type","code":"/error/code"},
  "anthropic": {"message":["/error/message"],"type":"/error/type","requestId":"/request_id"},
  "gemini": {"message":["/error/message"],"type":"/error/status"},
  "veo": {"message":["/error/message"],"type":"/error/type"},
  "ark": {"message":["/error/message"],"type":"/error/type","code":"/error/code"},
  "queue": {"message":["/detail/msg","/detail/0/msg","/detail","/status"],"type":"/detail/type"},
  "kling-image": {"message":["/message"]},
};

/** Header and prefix of the key. */
export const credentials = {
  "raw": {"header":"Authorization","prefix":""},
  "bearer": {"header":"Authorization","prefix":"Bearer "},
} as const;

export const requestIdHeaders: readonly string[] = ["http_x_reqid","http-x-reqid","x-request-id","request-id"];

export const server = "https://api-xmodel.nexconn.ai";
