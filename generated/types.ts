/* Generated from openapi/ by `npm run generate`. Do not edit. */

export interface paths {
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models
         * @description Lists model ids that the `model` field of the other calls takes. The list may be partial: a model that is missing here can still work. No key is needed.
         */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a chat completion
         * @description Continues a conversation with any chat model. Messages may hold text, pictures, video, audio and files, by model; the answer holds text and, by model, reasoning, tool calls or pictures. With `stream: true` it arrives in pieces as server-sent events.
         */
        post: operations["createChatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a message (Anthropic protocol)
         * @description Continues a conversation in the Messages protocol of Anthropic. Takes any model of the gateway, which adapts the request to it. With `stream: true` the answer comes as named events and ends with `message_stop`.
         */
        post: operations["createMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bypass/anthropic/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a message with Claude, passed through
         * @description Passes a request in the Messages protocol to Claude as it is, members that are not listed here included. Claude models only. With `stream: true` the answer comes as named events and ends with `message_stop`.
         */
        post: operations["createBypassMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bypass/vertex/v1/models/{model}:generateContent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate content with Gemini, passed through
         * @description Passes a request in the Gemini protocol to Vertex AI as it is and answers in one piece.
         */
        post: operations["generateContent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bypass/vertex/v1/models/{model}:streamGenerateContent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate content with Gemini as a stream
         * @description Passes a request in the Gemini protocol to Vertex AI as it is and answers piece by piece: as server-sent events with `alt=sse`, else as one JSON array of the same objects.
         */
        post: operations["streamGenerateContent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bypass/openai/v1/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a response with GPT, passed through
         * @description Passes a request in the Responses protocol to OpenAI's models as it is. With `stream: true` the answer comes as named events and ends with `response.completed`, `response.incomplete` or `response.failed`.
         */
        post: operations["createResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a video task
         * @description Starts a video task of a Sora or Kling model; `model` decides which other fields there are. Pictures and clips go into the JSON body as addresses or Base64 text, not as uploads. The answer carries the id to query until the task is completed or failed.
         */
        post: operations["createVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Query a video task
         * @description Answers the state of a video task and, once it is completed, the addresses of the videos. Ask every few seconds until the state is final. A task that failed is answered with 200 and an `error`.
         */
        get: operations["getVideo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos/{id}/remix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remix a video
         * @description Starts a task that changes a completed Sora video by a new prompt. Model, length and size are taken from the source. The answer has an id of its own, to query like any other task.
         */
        post: operations["remixVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a Veo video
         * @description Starts a Veo job from a text, from pictures or from a video, and answers its id at once. Query the job until it is `Completed` or `Failed`, or have it sent to `callback_url`.
         */
        post: operations["createVideoGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos/generations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Query a Veo video
         * @description Answers the state of a Veo job and, once it is `Completed`, the addresses of its videos. A failed job answers 200 too; an unknown id answers 500.
         */
        get: operations["getVideoGeneration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/contents/generations/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a Seedance video
         * @description Starts a Seedance job from a text, from first and last frames, or from reference pictures, videos and sounds, and answers its id at once. Query the job until it has ended, or have its changes sent to `callback_url`.
         */
        post: operations["createContentGenerationTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/contents/generations/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Query a Seedance video
         * @description Answers the state of a Seedance job and, once it is `succeeded`, the address of its video. A failed job answers 200 too, with `error`.
         */
        get: operations["getContentGenerationTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q1/text-to-video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq1 text-to-video task
         * @description Queues a video that viduq1 makes from a text. Ask `status_url` until the job is completed.
         */
        post: operations["createViduQ1TextToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q1/reference-to-video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq1 reference-to-video task
         * @description Queues a video that viduq1 makes from reference pictures or from named subjects, but not both. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ1ReferenceToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q2/text-to-video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq2 text-to-video task
         * @description Queues a video that viduq2 makes from a text. Ask `status_url` until the job is completed.
         */
        post: operations["createViduQ2TextToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q2/reference-to-video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq2 reference-to-video task
         * @description Queues a video that viduq2 makes from reference pictures or from named subjects, but not both. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ2ReferenceToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q2/image-to-video/pro": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq2-pro image-to-video task
         * @description Queues a video that viduq2-pro makes from a picture, its first frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ2ProImageToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q2/start-end-to-video/pro": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq2-pro first-and-last-frame task
         * @description Queues a video that viduq2-pro makes from its first and its last frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ2ProStartEndToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q2/reference-to-video/pro": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq2-pro reference-to-video task
         * @description Queues a video that viduq2-pro makes from reference pictures and clips. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ2ProReferenceToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q2/image-to-video/turbo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq2-turbo image-to-video task
         * @description Queues a video that viduq2-turbo makes from a picture, its first frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ2TurboImageToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q2/start-end-to-video/turbo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq2-turbo first-and-last-frame task
         * @description Queues a video that viduq2-turbo makes from its first and its last frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ2TurboStartEndToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q3/image-to-video/pro": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq3-pro image-to-video task
         * @description Queues a video that viduq3-pro makes from a picture, its first frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ3ProImageToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q3/text-to-video/pro": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq3-pro text-to-video task
         * @description Queues a video that viduq3-pro makes from a text. Ask `status_url` until the job is completed.
         */
        post: operations["createViduQ3ProTextToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q3/start-end-to-video/pro": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq3-pro first-and-last-frame task
         * @description Queues a video that viduq3-pro makes from its first and its last frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ3ProStartEndToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q3/image-to-video/turbo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq3-turbo image-to-video task
         * @description Queues a video that viduq3-turbo makes from a picture, its first frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ3TurboImageToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q3/text-to-video/turbo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq3-turbo text-to-video task
         * @description Queues a video that viduq3-turbo makes from a text. Ask `status_url` until the job is completed.
         */
        post: operations["createViduQ3TurboTextToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/q3/start-end-to-video/turbo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a viduq3-turbo first-and-last-frame task
         * @description Queues a video that viduq3-turbo makes from its first and its last frame. Ask `status_url` until the job is completed. The whole body may have up to 20 MB.
         */
        post: operations["createViduQ3TurboStartEndToVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/requests/{request_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of a Vidu task
         * @description Answers 202 while the job waits or runs and 200 once it ended. A failed job is `COMPLETED` too, with `detail` instead of `result`.
         */
        get: operations["getViduRequestStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/vidu/requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the result of a Vidu task
         * @description Answers the video once the job ended well, 400 before that and 500 when the job failed.
         */
        get: operations["getViduRequestResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make pictures from a prompt
         * @description Makes pictures from a prompt; most Kling models also start from one picture. A Kling model answers with a task to ask after, a Gemini model with the pictures themselves, as base64.
         */
        post: operations["createImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make pictures from other pictures
         * @description Combines several pictures (Kling models) or changes one or more (Gemini models) as the prompt says. A Kling model answers with a task to ask after, a Gemini model with the pictures themselves, as base64. The body is JSON, not a form.
         */
        post: operations["editImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Query a picture task
         * @description Tells how far the task of a Kling model is and, once it has succeeded, where its pictures are. A task that failed is no HTTP error.
         */
        get: operations["getImageTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/kling-image/o1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a kling-image-o1 image task
         * @description Queues pictures that kling-image-o1 makes from a text and, if given, reference pictures. Ask `status_url` until the job is completed.
         */
        post: operations["createKlingImageO1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/kling-image/requests/{request_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of a kling-image-o1 task
         * @description Answers 202 while the job waits or runs and 200 once it ended. A failed job is `COMPLETED` too, with `detail` instead of `result`.
         */
        get: operations["getKlingImageRequestStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/fal-ai/kling-image/requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the result of a kling-image-o1 task
         * @description Answers the pictures once the job ended well, 400 before that and 500 when the job failed.
         */
        get: operations["getKlingImageRequestResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imported files
         * @description Lists the files of the account, newest first, in pages.
         */
        get: operations["listFiles"];
        put?: never;
        /**
         * Import a file by its address
         * @description Copies a file from a public address to Google Cloud Storage, where Gemini models can read it, for files above their 15 MB inline limit and up to 2 GB. The copy is made in the background: poll the file until it is `ready`, then use its id in a chat message.
         */
        post: operations["createFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of a file
         * @description Tells how far the import of a file is, and when its copy expires.
         */
        get: operations["getFile"];
        put?: never;
        post?: never;
        /**
         * Delete a file
         * @description Removes the copy of a file before it expires.
         */
        delete: operations["deleteFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One model of the gateway. */
        Model: {
            /**
             * @description The model id, as `model` takes it in other calls.
             * @example deepseek-v3
             */
            id: string;
            /**
             * @description Always `model`.
             * @constant
             */
            object: "model";
            /**
             * @description When the model was created, in Unix seconds.
             * @example 1700000000
             */
            created: number;
            /**
             * @description Who owns the model.
             * @example deepseek
             */
            owned_by: string;
        };
        /** @description The models that the gateway lists. */
        ModelList: {
            /**
             * @description Always `list`.
             * @constant
             */
            object: "list";
            /** @description The models. */
            data: components["schemas"]["Model"][];
        };
        /** @description Marks a part up to which the prompt is cached (Claude). */
        CacheControl: {
            /**
             * @description Kind of the cache.
             * @enum {string}
             */
            type: "ephemeral";
            /**
             * @description How long the cache is kept.
             * @enum {string}
             */
            ttl?: "5m" | "1h";
        };
        /** @description A source of the text. */
        ChatAnnotation: {
            /** @description Kind of the source. */
            type?: string;
            /** @description A page. */
            url_citation?: {
                /** @description Address of the page. */
                url?: string;
                /** @description First character of the text that it is about. */
                start_index?: number;
                /** @description Character after the last. */
                end_index?: number;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description One piece of a streamed answer. Reasoning comes before text; the last chunk with a choice has the finish reason and, if asked for, the token counts. */
        ChatCompletionChunk: {
            /**
             * @description Id of the answer, the same on every chunk.
             * @example chatcmpl-d72665fc52394f6f84ea246579724256
             */
            id: string;
            /**
             * @description Always `chat.completion.chunk`; empty before the first choice, if that comes.
             * @enum {string}
             */
            object: "chat.completion.chunk" | "";
            /**
             * @description When the answer was created, in Unix seconds.
             * @example 1790581839
             */
            created: number;
            /** @description The model that answers. */
            model: string;
            /** @description What is new in each answer; may be empty. */
            choices: {
                /** @description Position of the answer, from 0. */
                index: number;
                /** @description What is new. Append texts to those of earlier chunks. */
                delta: {
                    /** @description Who speaks, `assistant`. */
                    role?: string;
                    /** @description Next piece of the text; empty while the model reasons. */
                    content?: string | null;
                    /** @description Next piece of the reasoning. */
                    reasoning_content?: string | null;
                    /** @description Next pieces of tool calls. */
                    tool_calls?: {
                        /** @description Which call the piece belongs to, from 0. */
                        index: number;
                        /** @description Id of the call, on its first piece. */
                        id?: string;
                        /**
                         * @description Kind of the tool, on the first piece.
                         * @enum {string}
                         */
                        type?: "function" | "custom";
                        /** @description Next piece of the function. */
                        function?: {
                            /** @description Name of the function, on the first piece. */
                            name?: string;
                            /** @description Next piece of the arguments, a JSON text once joined. */
                            arguments?: string;
                        };
                        /** @description Next piece of a custom tool. */
                        custom?: {
                            /** @description Name of the tool, on the first piece. */
                            name?: string;
                            /** @description Next piece of the input. */
                            input?: string;
                        };
                    }[];
                    /** @description Next piece of a call in the older form. */
                    function_call?: {
                        /** @description Name of the function, on the first piece. */
                        name?: string;
                        /** @description Next piece of the arguments, a JSON text once joined. */
                        arguments?: string;
                    };
                    /** @description Next piece of why the model declines to answer. */
                    refusal?: string | null;
                    /** @description Generated pictures. */
                    images?: components["schemas"]["Image"][];
                    /** @description Thinking blocks of a Claude model. */
                    thinking_blocks?: components["schemas"]["ThinkingBlock"][];
                    /** @description Sources of the text. */
                    annotations?: components["schemas"]["ChatAnnotation"][];
                };
                /** @description Probabilities of the new tokens, if `logprobs` was asked for. */
                logprobs?: {
                    /** @description One entry for each token. */
                    content?: components["schemas"]["ChatCompletionTokenLogprobs"];
                    /** @description One entry for each token. */
                    refusal?: components["schemas"]["ChatCompletionTokenLogprobs"];
                } | null;
                /** @description Why generation ended; null until the last chunk. */
                finish_reason?: ("stop" | "length" | "tool_calls" | "content_filter" | "function_call") | (string & {}) | null;
            }[];
            /** @description Token counts, at the end of the stream. */
            usage?: components["schemas"]["ChatCompletionUsage"] | null;
        };
        /** @description A conversation and how the model is to continue it. Which options have an effect depends on the model. */
        ChatCompletionRequest: {
            /**
             * @description Id of the chat model. Ids that are not listed here are passed on as well.
             * @example gemini-2.5-flash
             */
            model: ("gemini-3.1-pro-preview" | "gemini-3.0-pro-preview" | "gemini-2.5-pro" | "openai/gpt-5" | "openai/gpt-5.2" | "openai/gpt-5.2-codex" | "gemini-2.5-flash" | "claude-4.5-sonnet" | "claude-4.6-opus" | "deepseek/deepseek-v3.2-251201" | "deepseek-v3" | "claude-3.7-sonnet" | "doubao-seed-1.6" | "qwen3-max-2026-01-23" | "moonshotai/kimi-k2.5" | "gemini-2.5-flash-image" | "gemini-3.0-pro-image-preview" | "gemini-3.1-flash-image-preview") | (string & {});
            /** @description The conversation so far, oldest message first. */
            messages: components["schemas"]["ChatCompletionRequestMessage"][];
            /**
             * @description Whether the answer arrives in pieces, as server-sent events.
             * @default false
             */
            stream?: boolean;
            /** @description Options of a stream. */
            stream_options?: {
                /** @description Whether the token counts are sent at the end of the stream. */
                include_usage?: boolean;
            };
            /**
             * @description Upper limit of generated tokens.
             * @example 2048
             */
            max_tokens?: number;
            /** @description Upper limit of generated tokens as newer OpenAI clients send it. Prefer `max_tokens`. */
            max_completion_tokens?: number;
            /**
             * @description Randomness of the choice of words; higher is more varied.
             * @example 0.7
             */
            temperature?: number;
            /** @description Share of probability that the candidates for the next token must cover. Set this or `temperature`, not both. */
            top_p?: number;
            /** @description How many candidates for the next token are considered. */
            top_k?: number;
            /** @description Makes tokens that have appeared at all less (positive) or more (negative) likely. */
            presence_penalty?: number;
            /** @description Makes tokens less (positive) or more (negative) likely the more often they have appeared. */
            frequency_penalty?: number;
            /** @description Penalty on repeated text. */
            repetition_penalty?: number;
            /** @description Text, or several texts, at which generation ends. */
            stop?: string | string[];
            /** @description How many answers to generate. */
            n?: number;
            /** @description Starting number of the random choice; the same number and request tend to give the same answer. */
            seed?: number;
            /** @description Your own id of the end user. */
            user?: string;
            /** @description Bias per token id, added before a token is chosen. */
            logit_bias?: {
                [key: string]: number;
            };
            /** @description Whether the answer tells how likely each token was. */
            logprobs?: boolean;
            /** @description How many of the likeliest tokens to list per position; needs `logprobs`. */
            top_logprobs?: number;
            /** @description Functions that the model may ask to have called. */
            tools?: components["schemas"]["ToolObject"][];
            /** @description Whether tools are used, or which one must be. */
            tool_choice?: components["schemas"]["ToolChoice"];
            /** @description Whether one answer may hold several tool calls. */
            parallel_tool_calls?: boolean;
            /** @description How much the model thinks before it answers (GPT, Gemini). */
            reasoning_effort?: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | (string & {});
            /** @description Thinking switch and budget (Claude, DeepSeek, Doubao, Gemini). */
            thinking?: components["schemas"]["ThinkType"];
            /** @description Reasoning options (GPT, DeepSeek). */
            reasoning?: components["schemas"]["ReasoningType"];
            /** @description Thinking switch of Qwen models. */
            enable_thinking?: boolean;
            /** @description Options of the chat template, with a thinking switch and budget of their own. */
            chat_template_kwargs?: components["schemas"]["ChatTemplateKwargs"];
            /** @description Kinds of output to generate. */
            modalities?: (("text" | "image") | (string & {}))[];
            /** @description Shape and size of generated pictures (Gemini image models). */
            image_config?: components["schemas"]["ImageConfig"];
            /** @description Form of the answer, by name or as an object. JSON output needs the object with one of the two JSON types. */
            response_format?: string | {
                /**
                 * @description Plain text, any JSON object, or JSON that follows `json_schema`.
                 * @enum {string}
                 */
                type: "text" | "json_object" | "json_schema";
                /** @description The schema that the answer follows, for type `json_schema`. */
                json_schema?: {
                    /** @description Name of the schema. */
                    name: string;
                    /** @description What the schema is for. */
                    description?: string;
                    /** @description The JSON Schema itself. */
                    schema?: {
                        [key: string]: unknown;
                    };
                    /** @description Whether the answer must follow the schema exactly. */
                    strict?: boolean | null;
                };
            };
            /** @description How strictly harmful content is blocked (Gemini). */
            safety_settings?: components["schemas"]["SafetySetting"][];
            /** @description Type of the request. The sources give it no meaning; leave it out. */
            type?: string;
        };
        /** @description One message of the conversation. Messages of the assistant are sent back as they came, with their tool calls and reasoning. */
        ChatCompletionRequestMessage: {
            /**
             * @description Who speaks. `tool` carries the result of a tool call.
             * @enum {string}
             */
            role: "system" | "developer" | "user" | "assistant" | "tool" | "function";
            /** @description What is said, as text or as parts. Null or absent only beside tool calls, a refusal or sound. */
            content?: string | components["schemas"]["MessageContent"][] | null;
            /** @description Name of the speaker or of the function. */
            name?: string;
            /** @description Tool calls that the assistant made in this message. */
            tool_calls?: components["schemas"]["ToolCall"][];
            /**
             * @description Id of the tool call that this message answers. Needed with the role `tool`.
             * @example call_00_lvuhgau5olak8ey3lt97bhez
             */
            tool_call_id?: string;
            /** @description The older form of a single call. Prefer `tool_calls`. */
            function_call?: components["schemas"]["FunctionCall"];
            /** @description Reasoning that led to an earlier answer. */
            reasoning_content?: string | null;
            /** @description Thinking blocks of an earlier Claude answer, sent back unchanged. */
            thinking_blocks?: components["schemas"]["ThinkingBlock"][];
            /** @description Pictures that the assistant generated in this message. */
            images?: components["schemas"]["Image"][];
            /** @description Why the assistant declined to answer. */
            refusal?: string | null;
            /** @description Sources of the text, such as pages of a search. */
            annotations?: {
                [key: string]: unknown;
            }[];
            /** @description Sound of an earlier answer, by its id. */
            audio?: {
                [key: string]: unknown;
            } | null;
        } & unknown;
        /** @description The model's answer. */
        ChatCompletionResponse: {
            /**
             * @description Id of the answer, equal to the header `http_x_reqid`.
             * @example chatcmpl-2e7870e2d61a4b98a156c329d9ffd6b9
             */
            id: string;
            /**
             * @description Always `chat.completion`.
             * @constant
             */
            object: "chat.completion";
            /**
             * @description When the answer was created, in Unix seconds.
             * @example 1767161430
             */
            created: number;
            /**
             * @description The model that answered.
             * @example gemini-3.0-pro-preview
             */
            model: string;
            /** @description The answers, one unless `n` asks for more. */
            choices: ({
                /** @description Position of the answer, from 0. */
                index: number;
                /** @description The answer itself. */
                message: components["schemas"]["ChatMessage"];
                /** @description Probabilities of the tokens, if `logprobs` was asked for. */
                logprobs?: {
                    /** @description One entry for each token. */
                    content?: components["schemas"]["ChatCompletionTokenLogprobs"];
                    /** @description One entry for each token. */
                    refusal?: components["schemas"]["ChatCompletionTokenLogprobs"];
                } | null;
                /** @description Why generation ended. `tool_calls` asks you to run the tools and send their results. */
                finish_reason: ("stop" | "length" | "tool_calls" | "content_filter" | "function_call") | (string & {});
            } & (unknown & unknown & unknown & unknown & unknown & unknown))[];
            /** @description Token counts. */
            usage: components["schemas"]["ChatCompletionUsage"];
        };
        /** @description One entry for each token. */
        ChatCompletionTokenLogprobs: {
            /** @description The token. */
            token: string;
            /** @description Natural logarithm of its probability; -9999.0 for an unlikely one. */
            logprob: number;
            /** @description The token in UTF-8; a character may be spread over several tokens. */
            bytes?: number[] | null;
            /** @description The likeliest tokens at this position, as many as `top_logprobs` asked for. */
            top_logprobs?: {
                /** @description The token. */
                token: string;
                /** @description Natural logarithm of its probability; -9999.0 for an unlikely one. */
                logprob: number;
                /** @description The token in UTF-8; a character may be spread over several tokens. */
                bytes?: number[] | null;
            }[];
        }[] | null;
        /** @description Token counts of a chat call. */
        ChatCompletionUsage: {
            /** @description Tokens of the request. */
            prompt_tokens: number;
            /** @description Tokens of the answer, reasoning included. */
            completion_tokens: number;
            /** @description Sum of both. */
            total_tokens: number;
            /** @description Split of the tokens of the request; may be empty. */
            prompt_tokens_details?: {
                /** @description Tokens of text. */
                text_tokens?: number;
                /** @description Tokens that came from the cache. */
                cached_tokens?: number;
            };
            /** @description Split of the tokens of the answer; may be empty. */
            completion_tokens_details?: {
                /** @description Tokens of reasoning. */
                reasoning_tokens?: number;
                /** @description Tokens of text. */
                text_tokens?: number;
                /** @description Tokens of pictures. */
                image_tokens?: number;
            };
        };
        /** @description A message as the model answers it. The chat calls of the image models take the same shape. */
        ChatMessage: {
            /**
             * @description Who speaks; `assistant` in an answer.
             * @enum {string}
             */
            role: "system" | "developer" | "user" | "assistant" | "tool" | "function";
            /** @description What is said. In an answer it is text, empty when there are only pictures or tool calls. */
            content: string | components["schemas"]["MessageContent"][] | null;
            /** @description The model's reasoning, where the model shows it. */
            reasoning_content?: string | null;
            /** @description Generated pictures. */
            images?: components["schemas"]["Image"][];
            /** @description Tools that the model asks to have called. */
            tool_calls?: components["schemas"]["ToolCall"][];
            /** @description A call in the older form. */
            function_call?: {
                /** @description Name of the function. */
                name?: string;
                /** @description The arguments, as JSON in a string. */
                arguments?: string;
            };
            /** @description Thinking blocks of a Claude model. Send them back unchanged in the next turn. */
            thinking_blocks?: components["schemas"]["ThinkingBlock"][];
            /** @description Id of the tool call that a tool message answers. */
            tool_call_id?: string;
            /** @description Name of the speaker or of the tool. */
            name?: string;
            /** @description Why the model declined to answer. */
            refusal?: string | null;
            /** @description Sources of the text, such as pages of a search. */
            annotations?: components["schemas"]["ChatAnnotation"][];
            /** @description The answer as sound. */
            audio?: ({
                /** @description The sound in base64; empty where there is none. */
                data?: string;
            } & {
                [key: string]: unknown;
            }) | null;
        };
        /** @description Options that go to the chat template of the model. */
        ChatTemplateKwargs: {
            /** @description Thinking switch. */
            thinking?: boolean;
            /** @description Thinking switch under its other name. */
            enable_thinking?: boolean;
            /** @description Upper limit of thinking tokens. */
            thinking_budget?: number;
        };
        /** @description Address of a document, such as docx, xlsx, pptx or pdf. */
        FileUrl: {
            /** @description Web address of the document. */
            url: string;
            /** @description How closely the model looks at the document. */
            detail?: string;
        };
        /** @description A call of a function in the older form. */
        FunctionCall: {
            /** @description Name of the function. */
            name: string;
            /** @description The arguments, as JSON in a string. */
            arguments: string;
        };
        /** @description A generated picture. */
        Image: {
            /**
             * @description Kind of the part.
             * @enum {string}
             */
            type: "image_url";
            /** @description The picture, as a data URL. */
            image_url: components["schemas"]["ImageUrl"];
            /** @description Position among the pictures of the message, from 0. */
            index?: number;
        };
        /** @description Shape and size of generated pictures. */
        ImageConfig: {
            /**
             * @description Width to height.
             * @example 16:9
             */
            aspect_ratio?: ("1:1" | "2:3" | "3:2" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9") | (string & {});
            /**
             * @description Size class.
             * @example 4K
             */
            image_size?: ("512" | "1K" | "2K" | "4K") | (string & {});
        };
        /** @description Address of a picture. */
        ImageUrl: {
            /**
             * @description Web address, data URL, or the id of an imported file (`qfile-...`). Answers carry data URLs.
             * @example https://aitoken-public.qnaigc.com/example/generate-video/running-man.jpg
             */
            url: string;
            /** @description How closely the model looks at the picture. */
            detail?: ("auto" | "low" | "medium" | "high" | "ultra_high") | (string & {});
            /** @description Checksum of the picture. */
            checksum?: string;
        };
        /** @description Sound as base64. */
        InputAudio: {
            /** @description The sound, as base64. */
            data: string;
            /** @description Encoding of the sound. */
            format: ("wav" | "mp3" | "ogg" | "pcm") | (string & {});
        };
        /** @description One part of a message. Which parts a model understands depends on the model; kinds that are not listed pass through unchecked. */
        MessageContent: {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "text";
            /** @description The text. */
            text: string;
            /** @description Marks the end of a prefix to cache. */
            cache_control?: components["schemas"]["CacheControl"];
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "image_url";
            /** @description The picture. */
            image_url: components["schemas"]["ImageUrl"];
            /** @description Marks the end of a prefix to cache. */
            cache_control?: components["schemas"]["CacheControl"];
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "video_url";
            /** @description The video. */
            video_url: components["schemas"]["VideoUrl"];
            /** @description Marks the end of a prefix to cache. */
            cache_control?: components["schemas"]["CacheControl"];
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "input_audio";
            /** @description The sound. */
            input_audio: components["schemas"]["InputAudio"];
            /** @description Marks the end of a prefix to cache. */
            cache_control?: components["schemas"]["CacheControl"];
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "file";
            /** @description The file; give `file_id` or `file_data`. */
            file: {
                /**
                 * @description Id of an imported file that is `ready`.
                 * @example qfile-123-1770719212268100147-e0011b
                 */
                file_id?: string;
                /** @description The file itself, as base64. */
                file_data?: string;
                /** @description Name of an inline file. */
                filename?: string;
                /**
                 * @description Media type of the file.
                 * @example video/mp4
                 */
                format?: string;
            };
            /** @description Marks the end of a prefix to cache. */
            cache_control?: components["schemas"]["CacheControl"];
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "file_url";
            /** @description The document. */
            file_url: components["schemas"]["FileUrl"];
            /** @description Marks the end of a prefix to cache. */
            cache_control?: components["schemas"]["CacheControl"];
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "thinking";
            /** @description The thinking text. */
            thinking: string;
            /** @description Proof that the model wrote the text; send it back unchanged. */
            signature?: string;
            /** @description Marks the end of a prefix to cache. */
            cache_control?: components["schemas"]["CacheControl"];
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "video";
            /** @description Addresses of the frames or videos, in order. */
            video: string[];
            /** @description Marks the end of a prefix to cache. */
            cache_control?: components["schemas"]["CacheControl"];
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "redacted_thinking";
            /** @description The encrypted thinking. */
            data: string;
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "refusal";
            /** @description The refusal in words. */
            refusal: string;
        } | ({
            /** @description Name of the kind of part. */
            type: string & unknown;
        } & {
            [key: string]: unknown;
        });
        /** @description Reasoning options. */
        ReasoningType: {
            /** @description How much the model reasons. */
            effort?: ("low" | "medium" | "high") | (string & {});
            /** @description Upper limit of reasoning tokens. */
            max_tokens?: number;
            /** @description Whether the reasoning is left out of the answer. */
            exclude?: boolean;
            /** @description Switch for models that can answer with and without reasoning. */
            enabled?: boolean;
        };
        /** @description From which probability on one kind of harmful content is blocked (Gemini). */
        SafetySetting: {
            /** @description Kind of harm. */
            category: ("HARM_CATEGORY_HARASSMENT" | "HARM_CATEGORY_HATE_SPEECH" | "HARM_CATEGORY_SEXUALLY_EXPLICIT" | "HARM_CATEGORY_DANGEROUS_CONTENT" | "HARM_CATEGORY_CIVIC_INTEGRITY") | (string & {});
            /** @description What is blocked. */
            threshold: ("BLOCK_NONE" | "BLOCK_ONLY_HIGH" | "BLOCK_MEDIUM_AND_ABOVE" | "BLOCK_LOW_AND_ABOVE" | "OFF") | (string & {});
        };
        /** @description Thinking switch and budget. */
        ThinkType: {
            /** @description Whether the model thinks before it answers; `auto` and `adaptive` (newer Claude models) leave it to the model. */
            type: ("disabled" | "enabled" | "auto" | "adaptive") | (string & {});
            /**
             * @description Upper limit of thinking tokens. For Claude models at least 1024 and less than `max_tokens`.
             * @example 1024
             */
            budget_tokens?: number;
        };
        /** @description A block of thinking of a Claude model. Kinds that are not listed pass through unchecked. */
        ThinkingBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "thinking";
            /** @description The thinking text. */
            thinking: string;
            /** @description Proof that the model wrote the text; send it back unchanged. */
            signature?: string;
        } | {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "redacted_thinking";
            /** @description The encrypted thinking; send it back unchanged. */
            data: string;
        } | ({
            /** @description Name of the kind of block. */
            type: string;
        } & {
            [key: string]: unknown;
        });
        /** @description A tool call that the model asks for. Kinds that are not listed pass through unchecked. */
        ToolCall: {
            /** @description Position among the calls of the message, from 0. */
            index?: number;
            /**
             * @description Kind of the tool.
             * @constant
             */
            type: "function";
            /**
             * @description Id of the call. The tool message with the result names it in `tool_call_id`.
             * @example call_00_lvuhgau5olak8ey3lt97bhez
             */
            id: string;
            /** @description The function to call. */
            function: components["schemas"]["ToolCallFunction"];
        } | {
            /** @description Position among the calls of the message, from 0. */
            index?: number;
            /**
             * @description Kind of the tool.
             * @constant
             */
            type: "custom";
            /** @description Id of the call. The tool message with the result names it in `tool_call_id`. */
            id: string;
            /** @description The tool to call. */
            custom: {
                /** @description Name of the tool. */
                name: string;
                /** @description The input, as the text that the model wrote. */
                input: string;
            };
        } | ({
            /** @description Name of the kind of tool. */
            type: string;
        } & {
            [key: string]: unknown;
        });
        /** @description The function of a tool call, with its arguments. */
        ToolCallFunction: {
            /**
             * @description Name of the function.
             * @example weather
             */
            name: string;
            /** @description The arguments, as JSON in a string. The model writes them; check them before use. */
            arguments: string;
        };
        /** @description Whether tools are used, or which one must be. */
        ToolChoice: ("none" | "auto" | "required") | ({
            /**
             * @description Kind of the choice.
             * @constant
             */
            type: "function";
            /** @description The function that must be called. */
            function: {
                /** @description Name of the function. */
                name: string;
            };
        } | {
            /**
             * @description Kind of the choice.
             * @constant
             */
            type: "custom";
            /** @description The tool that must be called. */
            custom: {
                /** @description Name of the tool. */
                name: string;
            };
        } | {
            /**
             * @description Kind of the choice.
             * @constant
             */
            type: "allowed_tools";
            /** @description The tools that count, and whether one of them must be called. */
            allowed_tools: {
                /**
                 * @description `auto` leaves it to the model whether one is called, `required` demands a call.
                 * @enum {string}
                 */
                mode: "auto" | "required";
                /** @description The tools, each with its kind and name, as in `tool_choice`. */
                tools: ({
                    /**
                     * @description Kind of the tool.
                     * @enum {string}
                     */
                    type: "function" | "custom";
                } & {
                    [key: string]: unknown;
                })[];
            };
        });
        /** @description A function that the model may ask to have called. */
        ToolFunction: {
            /**
             * @description Name of the function.
             * @example weather
             */
            name: string;
            /** @description What the function does and when to use it. */
            description?: string;
            /** @description The arguments of the function. */
            parameters?: components["schemas"]["ToolParameters"];
            /** @description Whether the arguments must follow `parameters` exactly. */
            strict?: boolean | null;
            /** @description Stands in the documented sample without an explanation. */
            url?: string;
        };
        /** @description A tool that the model may ask to have called. */
        ToolObject: {
            /**
             * @description Kind of the tool.
             * @constant
             */
            type: "function";
            /** @description The function. */
            function: components["schemas"]["ToolFunction"];
        } | {
            /**
             * @description Kind of the tool.
             * @constant
             */
            type: "custom";
            /** @description The tool. */
            custom: {
                /** @description Name of the tool. */
                name: string;
                /** @description What the tool does and when to use it. */
                description?: string;
                /** @description Form of the text that the tool takes; any text, if it is left out. */
                format?: {
                    /**
                     * @description Any text, or text of a grammar.
                     * @enum {string}
                     */
                    type: "text" | "grammar";
                    /** @description The grammar, for type `grammar`. */
                    grammar?: {
                        /** @description The grammar itself. */
                        definition: string;
                        /**
                         * @description How it is written.
                         * @enum {string}
                         */
                        syntax: "lark" | "regex";
                    };
                };
            };
        };
        /** @description JSON Schema of the arguments of a function. Any other JSON Schema keyword may stand beside these. */
        ToolParameters: {
            /**
             * @description Always `object`; a schema without it is refused, unless it is empty, which stands for no arguments.
             * @enum {string}
             */
            type?: "object";
            /** @description Schema of each argument, by name; `true` takes anything. */
            properties?: {
                [key: string]: {
                    [key: string]: unknown;
                } | boolean;
            };
            /** @description Names of the arguments that must be given. */
            required?: string[];
            /** @description Use `properties` instead. */
            property?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Address of a video. */
        VideoUrl: {
            /** @description Web address of the video. */
            url: string;
        };
        /** @description A source of a text of the answer. What says where it stands is there. */
        AnthropicAnswerCitation: components["schemas"]["AnthropicTextCitation"] & unknown & unknown & unknown & unknown & unknown;
        /** @description Where the bytes or the text of a picture or document come from. */
        AnthropicBlockSource: {
            /**
             * @description Kind of the source.
             * @constant
             */
            type: "base64";
            /** @description Media type of the data. */
            media_type: ("image/jpeg" | "image/png" | "image/gif" | "image/webp" | "application/pdf") | (string & {});
            /** @description The data in base64. */
            data: string & unknown;
        } | {
            /**
             * @description Kind of the source.
             * @constant
             */
            type: "url";
            /** @description The address. */
            url: string;
        } | {
            /**
             * @description Kind of the source.
             * @constant
             */
            type: "text";
            /** @description Media type, `text/plain`. */
            media_type: string;
            /** @description The text. */
            data: string;
        } | {
            /**
             * @description Kind of the source.
             * @constant
             */
            type: "content";
            /** @description One text or a list of blocks. */
            content: string | {
                [key: string]: unknown;
            }[];
        } | ({
            /** @description Name of the kind of source. */
            type: string;
        } & {
            [key: string]: unknown;
        });
        /** @description Marks the end of a prefix that may be served from the prompt cache. */
        AnthropicCacheControl: {
            /**
             * @description Kind of cache entry.
             * @constant
             */
            type: "ephemeral";
            /**
             * @description How long the entry lives. Five minutes if left out.
             * @default 5m
             * @enum {string}
             */
            ttl?: "5m" | "1h";
        } | null;
        /** @description One more source. */
        AnthropicCitationsDelta: {
            /**
             * @description Kind of the addition.
             * @constant
             */
            type: "citations_delta";
            /** @description A source of a text of the answer. What says where it stands is there. */
            citation: components["schemas"]["AnthropicAnswerCitation"];
        };
        /** @description The container that was used. */
        AnthropicContainer: ({
            /** @description Id of the container. */
            id?: string;
            /** @description When it expires, as an RFC 3339 time. */
            expires_at?: string;
        } & {
            [key: string]: unknown;
        }) | null;
        /** @description A file in a container of the vendor. */
        AnthropicContainerUploadBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "container_upload";
            /** @description Id of the file. */
            file_id: string;
            /** @description Only in requests. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        };
        /** @description A block of the answer. Kinds that are not listed pass through unchecked. */
        AnthropicContentBlock: components["schemas"]["AnthropicTextBlock"] | components["schemas"]["AnthropicThinkingBlock"] | components["schemas"]["AnthropicRedactedThinkingBlock"] | components["schemas"]["AnthropicToolUseBlock"] | components["schemas"]["AnthropicServerToolUseBlock"] | components["schemas"]["AnthropicWebSearchToolResultBlock"] | components["schemas"]["AnthropicWebFetchToolResultBlock"] | components["schemas"]["AnthropicContainerUploadBlock"] | components["schemas"]["AnthropicMcpToolUseBlock"] | ({
            /** @description Name of the block type. */
            type: string | ("code_execution_tool_result" | "bash_code_execution_tool_result" | "text_editor_code_execution_tool_result" | "tool_search_tool_result" | "advisor_tool_result" | "mcp_tool_result" | "compaction" | "tool_reference" | "fallback") | (string & {});
        } & {
            [key: string]: unknown;
        });
        /** @description What is added to a block. Kinds that are not listed, of blocks that are not described either, pass through unchecked. */
        AnthropicContentBlockDelta: components["schemas"]["AnthropicTextDelta"] | components["schemas"]["AnthropicInputJsonDelta"] | components["schemas"]["AnthropicCitationsDelta"] | components["schemas"]["AnthropicThinkingDelta"] | components["schemas"]["AnthropicSignatureDelta"] | ({
            /** @description Kind of the delta. */
            type: string;
        } & {
            [key: string]: unknown;
        });
        /** @description Adds to the open block. */
        AnthropicContentBlockDeltaEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "content_block_delta";
            /** @description Which block of the content, from 0. */
            index: number;
            /** @description What is added to a block. Kinds that are not listed, of blocks that are not described either, pass through unchecked. */
            delta: components["schemas"]["AnthropicContentBlockDelta"];
        };
        /** @description A block of a turn. Kinds that are not listed pass through unchecked, but for those of other protocols. */
        AnthropicContentBlockParam: components["schemas"]["AnthropicTextBlockParam"] | components["schemas"]["AnthropicImageBlockParam"] | components["schemas"]["AnthropicDocumentBlockParam"] | components["schemas"]["AnthropicSearchResultBlockParam"] | components["schemas"]["AnthropicThinkingBlock"] | components["schemas"]["AnthropicRedactedThinkingBlock"] | components["schemas"]["AnthropicToolUseBlockParam"] | components["schemas"]["AnthropicToolResultBlockParam"] | components["schemas"]["AnthropicServerToolUseBlock"] | components["schemas"]["AnthropicWebSearchToolResultBlock"] | components["schemas"]["AnthropicContainerUploadBlock"] | ({
            /** @description Name of the block type. */
            type: (string & unknown) | ("web_fetch_tool_result" | "code_execution_tool_result" | "bash_code_execution_tool_result" | "text_editor_code_execution_tool_result" | "tool_search_tool_result" | "advisor_tool_result" | "mcp_tool_use" | "mcp_tool_result" | "compaction" | "tool_reference" | "fallback") | (string & {});
        } & {
            [key: string]: unknown;
        });
        /** @description Opens a block. */
        AnthropicContentBlockStartEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "content_block_start";
            /** @description Which block of the content, from 0. */
            index: number;
            /** @description The block so far, still empty. */
            content_block: components["schemas"]["AnthropicContentBlock"];
        };
        /** @description Closes the block. */
        AnthropicContentBlockStopEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "content_block_stop";
            /** @description Which block of the content, from 0. */
            index: number;
        };
        /** @description A document, such as a PDF. */
        AnthropicDocumentBlockParam: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "document";
            /** @description Where the bytes or the text of a picture or document come from. */
            source: components["schemas"]["AnthropicBlockSource"];
            /** @description Title of the document. */
            title?: string | null;
            /** @description Background on the document that is not cited. */
            context?: string | null;
            /** @description Whether the answer may cite the document. */
            citations?: {
                /** @description Switches citations on. */
                enabled?: boolean;
            } | null;
            /** @description Marks the end of a prefix that may be served from the prompt cache. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        };
        /** @description An error after the stream has begun; nothing follows. */
        AnthropicErrorEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "error";
            /** @description The error. */
            error: {
                /** @description Kind of the error. */
                type: ("invalid_request_error" | "authentication_error" | "billing_error" | "permission_error" | "not_found_error" | "rate_limit_error" | "timeout_error" | "api_error" | "overloaded_error") | (string & {});
                /** @description The error in words. */
                message: string;
            };
            /** @description Id of the request. */
            request_id?: string | null;
        };
        /** @description A picture. */
        AnthropicImageBlockParam: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "image";
            /** @description Where the bytes or the text of a picture or document come from. */
            source: components["schemas"]["AnthropicBlockSource"];
            /** @description Marks the end of a prefix that may be served from the prompt cache. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        };
        /** @description More of the arguments of a tool call. */
        AnthropicInputJsonDelta: {
            /**
             * @description Kind of the addition.
             * @constant
             */
            type: "input_json_delta";
            /** @description The next piece of the JSON text. */
            partial_json: string;
        };
        /** @description A call of a tool of a server, made by the vendor (beta). */
        AnthropicMcpToolUseBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "mcp_tool_use";
            /** @description Id of the call. */
            id: string;
            /** @description Name of the tool. */
            name: string;
            /** @description Which of the `mcp_servers` has it. */
            server_name: string;
            /** @description Arguments of the call. */
            input: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description The turn that the model adds. */
        AnthropicMessage: {
            /**
             * @description Id of the message.
             * @example msg_bdrk_ec4fzemixamfotovcwnju24nmeicguw7ting5l5nh5nfcw7fwqvq
             */
            id: string;
            /**
             * @description Always `message`.
             * @constant
             */
            type: "message";
            /**
             * @description Always `assistant`.
             * @constant
             */
            role: "assistant";
            /**
             * @description The model that answered.
             * @example claude-sonnet-4-6
             */
            model: string;
            /** @description Blocks of the answer, in order. */
            content: components["schemas"]["AnthropicContentBlock"][];
            /** @description Why the answer ended. Null while it is still being streamed. */
            stop_reason: components["schemas"]["AnthropicStopReason"];
            /** @description The stop text that came up. */
            stop_sequence: string | null;
            /** @description More on why the answer ended, for a refusal. */
            stop_details?: components["schemas"]["AnthropicStopDetails"];
            /** @description The container that was used. */
            container?: components["schemas"]["AnthropicContainer"];
            /** @description Tokens used. */
            usage: components["schemas"]["AnthropicUsage"];
            /** @description What the upstream says of how the answer came about. */
            diagnostics?: {
                [key: string]: unknown;
            } | null;
        } & (unknown & unknown & unknown & unknown & unknown & unknown);
        /** @description Tells how the answer ended. */
        AnthropicMessageDeltaEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "message_delta";
            /** @description What the message gets at its end. */
            delta: {
                /** @description Why the answer ended. Null while it is still being streamed. */
                stop_reason: components["schemas"]["AnthropicStopReason"];
                /** @description The stop text that came up. */
                stop_sequence?: string | null;
                /** @description More on why the answer ended, for a refusal. */
                stop_details?: components["schemas"]["AnthropicStopDetails"];
                /** @description The container that was used. */
                container?: components["schemas"]["AnthropicContainer"];
            } & (unknown & unknown);
            /** @description Tokens used in all. */
            usage: {
                /** @description Output tokens, thinking included. */
                output_tokens: number;
                /** @description Input tokens outside of the cache. */
                input_tokens?: number | null;
                /** @description Input tokens written to the cache. */
                cache_creation_input_tokens?: number | null;
                /** @description Input tokens read from the cache. */
                cache_read_input_tokens?: number | null;
                /** @description Uses of tools that the vendor runs. */
                server_tool_use?: {
                    /** @description Web searches. */
                    web_search_requests?: number;
                    /** @description Pages fetched. */
                    web_fetch_requests?: number;
                } | null;
                /** @description What each round used, where there were several. */
                iterations?: {
                    [key: string]: unknown;
                }[] | null;
                /** @description Parts of the output. */
                output_tokens_details?: {
                    /** @description Tokens spent on thinking. */
                    thinking_tokens?: number;
                } | null;
            };
        };
        /** @description One turn of the conversation. */
        AnthropicMessageParam: {
            /**
             * @description Who speaks.
             * @enum {string}
             */
            role: "user" | "assistant" | "system";
            /** @description What is said, as one text or as blocks. */
            content: string | components["schemas"]["AnthropicContentBlockParam"][];
        };
        /** @description A conversation to be continued by a model, in the Messages protocol. */
        AnthropicMessageRequest: {
            /**
             * @description Id of the model. The bypass takes Claude models only, `/v1/messages` any model of the gateway.
             * @example claude-sonnet-4-6
             */
            model: ("claude-sonnet-4-6" | "claude-4.5-sonnet" | "claude-4.6-sonnet" | "claude-4.6-opus" | "claude-opus-4-6" | "claude-3.7-sonnet" | "anthropic/claude-sonnet-5") | (string & {});
            /**
             * @description The most tokens to generate, thinking included. 0 only warms the cache.
             * @example 1024
             */
            max_tokens: number;
            /** @description The turns so far, oldest first. */
            messages: components["schemas"]["AnthropicMessageParam"][];
            /** @description System prompt, as one text or as text blocks. */
            system?: string | components["schemas"]["AnthropicTextBlockParam"][];
            /** @description Whether and how the model thinks before it answers. */
            thinking?: components["schemas"]["AnthropicThinkingConfig"];
            /** @description Tools that the model may use: your own, and those that the vendor runs. */
            tools?: components["schemas"]["AnthropicTool"][];
            /** @description Servers whose tools the vendor calls (beta). */
            mcp_servers?: ({
                /** @description How the server is reached. */
                type?: string;
                /** @description Name of the server here. */
                name: string;
                /** @description Address of the server. */
                url?: string;
            } & {
                [key: string]: unknown;
            })[] | null;
            /** @description Whether and which tool must be used. */
            tool_choice?: {
                /**
                 * @description `auto` leaves it to the model, `any` demands some tool, `tool` the named one, `none` forbids tools.
                 * @enum {string}
                 */
                type: "auto" | "any" | "tool" | "none";
                /** @description The tool to use, for `type: tool`. */
                name?: string;
                /**
                 * @description Allows at most one tool call in an answer.
                 * @default false
                 */
                disable_parallel_tool_use?: boolean;
            };
            /** @description How the answer is to be worked out and formed. */
            output_config?: {
                /** @description How much effort to spend. */
                effort?: ("low" | "medium" | "high" | "xhigh" | "max") | (string & {}) | null;
                /** @description Structured output: the answer is JSON of the given schema. */
                format?: {
                    /**
                     * @description Kind of the format.
                     * @constant
                     */
                    type: "json_schema";
                    /** @description JSON Schema that the answer follows. */
                    schema: {
                        [key: string]: unknown;
                    };
                } | null;
            };
            /**
             * @description Randomness of the answer.
             * @default 1
             */
            temperature?: number;
            /** @description Share of the probability mass to sample from. Set this or `temperature`. -1 stands for no such share. */
            top_p?: number;
            /** @description Samples from the k likeliest tokens only. -1 stands for no such limit. */
            top_k?: number;
            /** @description Answers as server-sent events. */
            stream?: boolean;
            /** @description Texts that end the answer when they come up. */
            stop_sequences?: string[];
            /** @description Marks the end of a prefix that may be served from the prompt cache. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
            /** @description Which capacity may serve the request. */
            service_tier?: ("auto" | "standard_only") | (string & {});
            /** @description A conversation that the server holds (beta). A request that goes on sends its new messages alone, and no `system` and `tools` again. */
            thread?: {
                /** @description `create` begins one with this answer, `continue` goes on from an answer of one. */
                type: ("create" | "continue") | (string & {});
                /** @description Id of the answer to go on from. */
                previous_message_id?: string;
            } | null;
            /** @description About the request. */
            metadata?: {
                /** @description An opaque id of your end user. */
                user_id?: string | null;
            };
            /** @description Id of a container to use again. */
            container?: string | null;
            /** @description Region that the request is to be computed in. */
            inference_geo?: string | null;
            /** @description What is left out of a long context (beta), as a list of rules. */
            context_management?: {
                [key: string]: unknown;
            } | null;
        };
        /** @description Opens the answer. */
        AnthropicMessageStartEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "message_start";
            /** @description The message so far, with no content. */
            message: components["schemas"]["AnthropicMessage"];
        };
        /** @description Ends the answer; the last event. */
        AnthropicMessageStopEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "message_stop";
            /** @description Figures of the upstream, where it is Amazon Bedrock. */
            "amazon-bedrock-invocationMetrics"?: {
                /** @description Input tokens. */
                inputTokenCount?: number;
                /** @description Output tokens. */
                outputTokenCount?: number;
                /** @description Milliseconds to the end of the answer. */
                invocationLatency?: number;
                /** @description Milliseconds to its first byte. */
                firstByteLatency?: number;
            } & {
                [key: string]: unknown;
            };
        };
        /** @description Keeps the connection open. */
        AnthropicPingEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ping";
        };
        /** @description Thinking that is passed on in encrypted form only. */
        AnthropicRedactedThinkingBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "redacted_thinking";
            /** @description The encrypted thinking. */
            data: string;
        };
        /** @description A search result of your own that may be cited. */
        AnthropicSearchResultBlockParam: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "search_result";
            /** @description Where the result comes from. */
            source: string;
            /** @description Title of the result. */
            title: string;
            /** @description Text of the result. */
            content: components["schemas"]["AnthropicTextBlockParam"][];
            /** @description Whether the answer may cite the result. */
            citations?: {
                /** @description Switches citations on. */
                enabled?: boolean;
            };
            /** @description Marks the end of a prefix that may be served from the prompt cache. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        };
        /** @description A call of a tool that the vendor runs. */
        AnthropicServerToolUseBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "server_tool_use";
            /** @description Id of the call. */
            id: string;
            /** @description Name of the tool. */
            name: ("web_search" | "web_fetch" | "code_execution") | (string & {});
            /** @description Arguments of the call. */
            input: {
                [key: string]: unknown;
            };
            /** @description Who made the call. */
            caller?: {
                [key: string]: unknown;
            };
            /** @description Only in requests. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        };
        /** @description The seal over the thinking. */
        AnthropicSignatureDelta: {
            /**
             * @description Kind of the addition.
             * @constant
             */
            type: "signature_delta";
            /** @description The seal. */
            signature: string;
        };
        /** @description More on why the answer ended, for a refusal. */
        AnthropicStopDetails: ({
            /**
             * @description Kind of the detail.
             * @example refusal
             */
            type?: string;
            /** @description Policy area of the refusal. */
            category?: string | null;
            /** @description The refusal in words. */
            explanation?: string | null;
        } & {
            [key: string]: unknown;
        }) | null;
        /** @description Why the answer ended. Null while it is still being streamed. */
        AnthropicStopReason: ("end_turn" | "max_tokens" | "stop_sequence" | "tool_use" | "pause_turn" | "refusal" | "model_context_window_exceeded") | (string & {}) | null;
        /** @description An event of a streamed answer. Its name is its `type`. */
        AnthropicStreamEvent: components["schemas"]["AnthropicMessageStartEvent"] | components["schemas"]["AnthropicContentBlockStartEvent"] | components["schemas"]["AnthropicContentBlockDeltaEvent"] | components["schemas"]["AnthropicContentBlockStopEvent"] | components["schemas"]["AnthropicMessageDeltaEvent"] | components["schemas"]["AnthropicMessageStopEvent"] | components["schemas"]["AnthropicPingEvent"] | components["schemas"]["AnthropicErrorEvent"];
        /** @description Text. */
        AnthropicTextBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "text";
            /** @description The text. */
            text: string;
            /** @description Sources of the text. */
            citations?: components["schemas"]["AnthropicAnswerCitation"][] | null;
        };
        /** @description Text. */
        AnthropicTextBlockParam: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "text";
            /** @description The text. */
            text: string;
            /** @description Sources of a text that is sent back. */
            citations?: components["schemas"]["AnthropicTextCitation"][] | null;
            /** @description Marks the end of a prefix that may be served from the prompt cache. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        };
        /** @description A source of a text. Which members are there depends on `type`. */
        AnthropicTextCitation: {
            /** @description Kind of the source. */
            type: ("char_location" | "page_location" | "content_block_location" | "web_search_result_location" | "search_result_location") | (string & {});
            /** @description The words that are cited. */
            cited_text?: string;
            /** @description Which document, from 0. */
            document_index?: number;
            /** @description Title of the document. */
            document_title?: string | null;
            /** @description File of the document. */
            file_id?: string | null;
            /** @description First character. */
            start_char_index?: number;
            /** @description Character after the last. */
            end_char_index?: number;
            /** @description First page. */
            start_page_number?: number;
            /** @description Page after the last. */
            end_page_number?: number;
            /** @description First block. */
            start_block_index?: number;
            /** @description Block after the last. */
            end_block_index?: number;
            /** @description Which search result, from 0. */
            search_result_index?: number;
            /** @description Where the search result comes from. */
            source?: string;
            /** @description Address of the page. */
            url?: string;
            /** @description Title of the page. */
            title?: string | null;
            /** @description Place in the page, to be sent back unchanged. */
            encrypted_index?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description More text. */
        AnthropicTextDelta: {
            /**
             * @description Kind of the addition.
             * @constant
             */
            type: "text_delta";
            /** @description The next text. */
            text: string;
        };
        /** @description Thinking of the model. Send it back unchanged in the next turn. */
        AnthropicThinkingBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "thinking";
            /** @description The thinking, or its summary; empty if it is left out of the answer. */
            thinking: string;
            /** @description Seal over the thinking. Claude refuses a block without it. */
            signature?: string;
        };
        /** @description Whether and how the model thinks before it answers. */
        AnthropicThinkingConfig: components["schemas"]["AnthropicThinkingConfigEnabled"] | components["schemas"]["AnthropicThinkingConfigDisabled"] | components["schemas"]["AnthropicThinkingConfigAdaptive"];
        /** @description Thinks as much as the task needs. */
        AnthropicThinkingConfigAdaptive: {
            /**
             * @description Mode of thinking. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "adaptive";
            /**
             * @description Whether the thinking comes back as a summary, is left out, or is told as it goes on (`updates`, beta).
             * @default summarized
             */
            display?: ("summarized" | "omitted" | "updates") | (string & {});
        };
        /** @description Does not think. */
        AnthropicThinkingConfigDisabled: {
            /**
             * @description Mode of thinking. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "disabled";
        };
        /** @description Thinks within a budget. */
        AnthropicThinkingConfigEnabled: {
            /**
             * @description Mode of thinking. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "enabled";
            /**
             * @description The most tokens to think with. Must be below `max_tokens`.
             * @example 1024
             */
            budget_tokens: number;
            /**
             * @description Whether the thinking comes back as a summary, is left out, or is told as it goes on (`updates`, beta).
             * @default summarized
             */
            display?: ("summarized" | "omitted" | "updates") | (string & {});
        };
        /** @description More thinking. */
        AnthropicThinkingDelta: {
            /**
             * @description Kind of the addition.
             * @constant
             */
            type: "thinking_delta";
            /** @description The next thinking. */
            thinking: string;
        };
        /** @description A tool: one of your own, or one that the vendor runs; or all those of a server. */
        AnthropicTool: {
            /**
             * @description Kind of the tool; may be left out.
             * @enum {string|null}
             */
            type?: "custom" | null;
            /**
             * @description Name of the tool.
             * @example get_weather
             */
            name: string;
            /** @description What the tool does and when to use it. */
            description?: string;
            /** @description JSON Schema of the arguments. */
            input_schema: {
                /**
                 * @description Always an object.
                 * @constant
                 */
                type: "object";
                /** @description Arguments by name. */
                properties?: {
                    [key: string]: unknown;
                } | null;
                /** @description Names of the arguments that must be there. */
                required?: string[] | null;
            } & {
                [key: string]: unknown;
            };
            /** @description Holds the arguments to the schema. */
            strict?: boolean;
            /** @description Streams the arguments as they are made. */
            eager_input_streaming?: boolean | null;
            /** @description Loads the tool only when a tool search finds it. */
            defer_loading?: boolean;
            /** @description Who may call the tool. */
            allowed_callers?: string[];
            /** @description Examples of arguments. */
            input_examples?: {
                [key: string]: unknown;
            }[];
            /** @description Marks the end of a prefix that may be served from the prompt cache. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        } | ({
            /**
             * @description Kind of the set.
             * @constant
             */
            type: "mcp_toolset";
            /** @description Which of the `mcp_servers` it is. */
            mcp_server_name: string;
        } & {
            [key: string]: unknown;
        }) | (({
            /**
             * @description Kind and date of the tool.
             * @example web_search_20260209
             */
            type: string | ("bash_20250124" | "browser_toolset_20260801" | "code_execution_20250522" | "code_execution_20250825" | "code_execution_20260120" | "code_execution_20260521" | "computer_20250124" | "computer_toolset_20260801" | "memory_20250818" | "text_editor_20250124" | "text_editor_20250429" | "text_editor_20250728" | "tool_search_tool_bm25" | "tool_search_tool_bm25_20251119" | "tool_search_tool_regex" | "tool_search_tool_regex_20251119" | "web_fetch_20250910" | "web_fetch_20260209" | "web_fetch_20260309" | "web_fetch_20260318" | "web_search_20250305" | "web_search_20260209" | "web_search_20260318") | (string & {});
            /**
             * @description Name of the tool.
             * @example web_search
             */
            name?: string;
            /** @description The only domains that are searched, or read. Without `blocked_domains`. */
            allowed_domains?: string[] | null;
            /** @description Domains that are neither searched nor read. */
            blocked_domains?: string[] | null;
        } & {
            [key: string]: unknown;
        }) & (unknown & unknown));
        /** @description What a tool call resulted in. */
        AnthropicToolResultBlockParam: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "tool_result";
            /** @description Id of the call. */
            tool_use_id: string;
            /** @description The result, as one text or as blocks. */
            content?: string | (components["schemas"]["AnthropicTextBlockParam"] | components["schemas"]["AnthropicImageBlockParam"] | components["schemas"]["AnthropicDocumentBlockParam"] | components["schemas"]["AnthropicSearchResultBlockParam"] | ({
                /** @description Name of the block type. */
                type: string | "tool_reference" | (string & {});
            } & {
                [key: string]: unknown;
            }))[];
            /** @description The tool failed, and `content` says why. */
            is_error?: boolean;
            /** @description Marks the end of a prefix that may be served from the prompt cache. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        };
        /** @description A call of one of your tools. */
        AnthropicToolUseBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "tool_use";
            /**
             * @description Id of the call. The result repeats it.
             * @example toolu_bdrk_01T1x8kS9pQeWjF3vZcN7rBd
             */
            id: string;
            /** @description Name of the tool. */
            name: string;
            /** @description Arguments of the call. */
            input: {
                [key: string]: unknown;
            };
            /** @description Who made the call: the model itself or a tool that the vendor runs. */
            caller?: {
                [key: string]: unknown;
            };
        };
        /** @description A call of one of your tools, sent back. */
        AnthropicToolUseBlockParam: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "tool_use";
            /**
             * @description Id of the call. The result repeats it.
             * @example toolu_bdrk_01T1x8kS9pQeWjF3vZcN7rBd
             */
            id: string;
            /** @description Name of the tool. */
            name: string;
            /** @description Arguments of the call. */
            input: {
                [key: string]: unknown;
            };
            /** @description Who made the call: the model itself or a tool that the vendor runs. */
            caller?: {
                [key: string]: unknown;
            };
            /** @description Marks the end of a prefix that may be served from the prompt cache. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        };
        /** @description Tokens used. */
        AnthropicUsage: {
            /**
             * @description Input tokens outside of the cache.
             * @example 15
             */
            input_tokens: number;
            /**
             * @description Output tokens, thinking included.
             * @example 11
             */
            output_tokens: number;
            /** @description Input tokens written to the cache. */
            cache_creation_input_tokens?: number | null;
            /** @description Input tokens read from the cache. */
            cache_read_input_tokens?: number | null;
            /** @description Cache writes by lifetime. */
            cache_creation?: {
                /** @description Tokens kept for five minutes. */
                ephemeral_5m_input_tokens?: number;
                /** @description Tokens kept for an hour. */
                ephemeral_1h_input_tokens?: number;
            } | null;
            /** @description Region that computed the answer. */
            inference_geo?: string | null;
            /** @description Capacity that served the request. */
            service_tier?: ("standard" | "priority" | "batch") | (string & {}) | null;
            /** @description Uses of tools that the vendor runs. */
            server_tool_use?: {
                /** @description Web searches. */
                web_search_requests?: number;
                /** @description Pages fetched. */
                web_fetch_requests?: number;
            } | null;
            /** @description What each round used, where there were several. */
            iterations?: {
                [key: string]: unknown;
            }[] | null;
            /** @description Parts of the output. */
            output_tokens_details?: {
                /** @description Tokens spent on thinking. */
                thinking_tokens?: number;
            } | null;
        };
        /** @description A page that the vendor fetched. */
        AnthropicWebFetchToolResultBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "web_fetch_tool_result";
            /** @description Id of the call. */
            tool_use_id: string;
            /** @description The page, or why it was not fetched. */
            content: {
                /** @description Whether it is a page. */
                type: ("web_fetch_result" | "web_fetch_tool_result_error") | (string & {});
                /** @description Address of the page. */
                url?: string;
                /** @description Why it was not fetched. */
                error_code?: string;
            } & {
                [key: string]: unknown;
            };
        };
        /** @description What a web search by the vendor found. */
        AnthropicWebSearchToolResultBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            type: "web_search_tool_result";
            /** @description Id of the call. */
            tool_use_id: string;
            /** @description The pages found, or why the search failed. */
            content: {
                /**
                 * @description Kind of the entry.
                 * @constant
                 */
                type: "web_search_result";
                /** @description Title of the page. */
                title: string;
                /** @description Address of the page. */
                url: string;
                /** @description Content of the page, to be sent back unchanged. */
                encrypted_content: string;
                /** @description When the page was last changed, in words. */
                page_age?: string | null;
            }[] | {
                /**
                 * @description Kind of the entry.
                 * @constant
                 */
                type: "web_search_tool_result_error";
                /** @description Why the search failed. */
                error_code: string;
            };
            /** @description Who made the call. */
            caller?: {
                [key: string]: unknown;
            };
            /** @description Only in requests. */
            cache_control?: components["schemas"]["AnthropicCacheControl"];
        };
        /** @description One answer. */
        GeminiCandidate: {
            /** @description What the model says. */
            content?: {
                /** @description Who speaks. */
                role?: ("model" | "user") | (string & {});
                /** @description Pieces of the answer. */
                parts?: components["schemas"]["GeminiPart"][];
            };
            /** @description Why the answer ended. Only in the last piece of a stream. */
            finishReason?: ("FINISH_REASON_UNSPECIFIED" | "STOP" | "MAX_TOKENS" | "SAFETY" | "RECITATION" | "LANGUAGE" | "OTHER" | "BLOCKLIST" | "PROHIBITED_CONTENT" | "SPII" | "MALFORMED_FUNCTION_CALL" | "IMAGE_SAFETY" | "UNEXPECTED_TOOL_CALL" | "TOO_MANY_TOOL_CALLS" | "IMAGE_PROHIBITED_CONTENT" | "NO_IMAGE" | "IMAGE_RECITATION" | "IMAGE_OTHER") | (string & {});
            /** @description The reason in words. */
            finishMessage?: string;
            /** @description Which answer, from 0. */
            index?: number;
            /** @description How the answer was rated. */
            safetyRatings?: components["schemas"]["GeminiSafetyRating"][];
            /** @description Sources that the answer repeats. */
            citationMetadata?: {
                /** @description The sources. */
                citations?: {
                    /** @description First byte in the answer. */
                    startIndex?: number;
                    /** @description Byte after the last. */
                    endIndex?: number;
                    /** @description Address of the source. */
                    uri?: string;
                    /** @description Title of the source. */
                    title?: string;
                    /** @description License of the source. */
                    license?: string;
                    /** @description Day of publication: year, month, day. */
                    publicationDate?: {
                        [key: string]: unknown;
                    };
                }[];
            };
            /** @description Searches and pages that the answer rests on. */
            groundingMetadata?: {
                /** @description The pages and files. */
                groundingChunks?: {
                    [key: string]: unknown;
                }[];
                /** @description Which part of the text rests on which of them. */
                groundingSupports?: ({
                    /** @description The part. */
                    segment?: {
                        /** @description First byte of it. */
                        startIndex?: number;
                        /** @description Byte after the last. */
                        endIndex?: number;
                        /** @description Its words. */
                        text?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description Their places in the list, from 0. */
                    groundingChunkIndices?: number[];
                    /** @description How well each of them bears the part out. Later models leave them out. */
                    confidenceScores?: number[];
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            };
            /** @description Addresses that were read. */
            urlContextMetadata?: {
                [key: string]: unknown;
            };
            /** @description Mean log probability of the tokens. */
            avgLogprobs?: number;
            /** @description Probabilities of the tokens. */
            logprobsResult?: {
                /** @description The tokens of the answer. */
                chosenCandidates?: components["schemas"]["GeminiLikelyToken"][];
                /** @description For each of them, those that could have stood there. */
                topCandidates?: ({
                    /** @description The likeliest first. */
                    candidates?: components["schemas"]["GeminiLikelyToken"][];
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            };
        } & (unknown & unknown & unknown & unknown & unknown);
        /** @description One turn of the conversation. */
        GeminiContent: {
            /**
             * @description Who speaks. May be left out of a single turn.
             * @enum {string}
             */
            role?: "user" | "model" | "function" | "tool";
            /** @description What is said. */
            parts: components["schemas"]["GeminiPart"][];
        };
        /** @description A function of your own. */
        GeminiFunctionDeclaration: {
            /**
             * @description Name of the function.
             * @example get_weather
             */
            name: string;
            /** @description What the function does and when to call it. */
            description?: string;
            /** @description Schema of the arguments. */
            parameters?: components["schemas"]["GeminiSchema"];
            /** @description JSON Schema of the arguments, instead of `parameters`. */
            parametersJsonSchema?: {
                [key: string]: unknown;
            };
            /** @description Schema of the result. */
            response?: components["schemas"]["GeminiSchema"];
            /** @description JSON Schema of the result, instead of `response`. */
            responseJsonSchema?: {
                [key: string]: unknown;
            };
            /** @description Whether the model waits for the result. */
            behavior?: ("BLOCKING" | "NON_BLOCKING") | (string & {});
        } & (unknown & unknown);
        /** @description Settings of the generation. */
        GeminiGenerationConfig: {
            /**
             * @description Randomness of the answer.
             * @example 0.7
             */
            temperature?: number;
            /**
             * @description Share of the probability mass to sample from.
             * @example 0.9
             */
            topP?: number;
            /** @description Samples from the k likeliest tokens only. */
            topK?: number;
            /** @description Number of answers. */
            candidateCount?: number;
            /**
             * @description The most tokens to generate.
             * @example 1024
             */
            maxOutputTokens?: number;
            /** @description Texts that end the answer when they come up. */
            stopSequences?: string[];
            /** @description Discourages what has come up before. */
            presencePenalty?: number;
            /** @description Discourages what has come up often. */
            frequencyPenalty?: number;
            /** @description Seed of the sampling. */
            seed?: number;
            /**
             * @description Media type of the answer; `application/json` asks for JSON.
             * @default text/plain
             */
            responseMimeType?: ("text/plain" | "application/json" | "text/x.enum") | (string & {});
            /** @description Schema that a JSON answer follows. */
            responseSchema?: components["schemas"]["GeminiSchema"];
            /** @description JSON Schema that a JSON answer follows, instead of `responseSchema`. */
            responseJsonSchema?: {
                [key: string]: unknown;
            };
            /** @description Kinds of output wanted. */
            responseModalities?: (("TEXT" | "IMAGE" | "AUDIO" | "VIDEO") | (string & {}))[];
            /** @description Returns the probabilities of the tokens. */
            responseLogprobs?: boolean;
            /** @description How many of the likeliest tokens to list at each place. */
            logprobs?: number;
            /** @description How finely to look at pictures and videos. */
            mediaResolution?: ("MEDIA_RESOLUTION_LOW" | "MEDIA_RESOLUTION_MEDIUM" | "MEDIA_RESOLUTION_HIGH") | (string & {});
            /** @description Voice of spoken output. */
            speechConfig?: {
                [key: string]: unknown;
            };
            /** @description Understands times in audio. */
            audioTimestamp?: boolean;
            /** @description How the model thinks. */
            thinkingConfig?: {
                /** @description Returns summaries of the thinking. */
                includeThoughts?: boolean;
                /** @description The most tokens to think with. */
                thinkingBudget?: number;
                /** @description How much to think. */
                thinkingLevel?: ("MINIMAL" | "LOW" | "MEDIUM" | "HIGH") | (string & {});
            } & unknown;
            /** @description Form of pictures to be made. */
            imageConfig?: {
                /**
                 * @description Width to height.
                 * @example 16:9
                 */
                aspectRatio?: string;
                /** @description Size of the picture. */
                imageSize?: ("1K" | "2K" | "4K") | (string & {});
                /** @description Whether people may be shown. */
                personGeneration?: string;
                /** @description Media type of the picture. */
                outputMimeType?: string;
                /** @description Quality of the compression. */
                outputCompressionQuality?: number;
            };
        } & (unknown & unknown);
        /** @description A token, and how likely it was. */
        GeminiLikelyToken: {
            /** @description The token. */
            token?: string;
            /** @description Number of the token. */
            tokenId?: number;
            /** @description Logarithm of its probability. */
            logProbability?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description Tokens of one kind. */
        GeminiModalityTokenCount: {
            /** @description Kind of the content. */
            modality?: ("TEXT" | "IMAGE" | "AUDIO" | "VIDEO" | "DOCUMENT") | (string & {});
            /** @description How many tokens. */
            tokenCount?: number;
        };
        /** @description A piece of a turn: one of text, data, file, call, result, code. */
        GeminiPart: {
            /** @description Text. */
            text?: string;
            /** @description Data in place. */
            inlineData?: {
                /**
                 * @description Media type of the data.
                 * @example image/png
                 */
                mimeType: string;
                /** @description The data in base64. */
                data: string;
                /** @description Name to show. */
                displayName?: string;
            };
            /** @description Data by address. */
            fileData?: {
                /** @description Media type of the file. */
                mimeType?: string;
                /** @description Address of the file. */
                fileUri: string;
                /** @description Name to show. */
                displayName?: string;
            };
            /** @description A call of one of your functions, or what a later part adds to it. */
            functionCall?: {
                /** @description Id of the call. */
                id?: string;
                /**
                 * @description Name of the function.
                 * @example get_weather
                 */
                name?: string;
                /** @description Arguments of the call. */
                args?: {
                    [key: string]: unknown;
                };
                /** @description Pieces of the arguments, each with its place. */
                partialArgs?: {
                    [key: string]: unknown;
                }[];
                /** @description More of the arguments follows in later parts. */
                willContinue?: boolean;
            };
            /** @description What a call resulted in. */
            functionResponse?: {
                /** @description Id of the call. */
                id?: string;
                /** @description Name of the function. */
                name: string;
                /** @description The result, as an object. */
                response: {
                    [key: string]: unknown;
                };
                /** @description Pictures and files that belong to the result. */
                parts?: {
                    [key: string]: unknown;
                }[];
            };
            /** @description Code that the model wrote to be run. */
            executableCode?: {
                /** @description Language of the code. */
                language?: "PYTHON" | (string & {});
                /** @description The code. */
                code?: string;
            };
            /** @description What running the code resulted in. */
            codeExecutionResult?: {
                /** @description How the run ended. */
                outcome?: ("OUTCOME_OK" | "OUTCOME_FAILED" | "OUTCOME_DEADLINE_EXCEEDED") | (string & {});
                /** @description What the code printed. */
                output?: string;
            };
            /** @description The part is a summary of the thinking. */
            thought?: boolean;
            /** @description Seal over the thinking. Send it back in the part that it came with. */
            thoughtSignature?: string;
            /** @description Which part of a video to use. */
            videoMetadata?: {
                /**
                 * @description From, in seconds.
                 * @example 10s
                 */
                startOffset?: string;
                /**
                 * @description To, in seconds.
                 * @example 20s
                 */
                endOffset?: string;
                /** @description Frames a second. */
                fps?: number;
            };
            /** @description How finely to look at the picture or video. */
            mediaResolution?: string | {
                [key: string]: unknown;
            };
        } & unknown;
        /** @description How likely and how bad something harmful is. */
        GeminiSafetyRating: {
            /** @description What is rated. */
            category?: ("HARM_CATEGORY_HARASSMENT" | "HARM_CATEGORY_HATE_SPEECH" | "HARM_CATEGORY_SEXUALLY_EXPLICIT" | "HARM_CATEGORY_DANGEROUS_CONTENT" | "HARM_CATEGORY_CIVIC_INTEGRITY") | (string & {});
            /** @description How likely it is. */
            probability?: ("HARM_PROBABILITY_UNSPECIFIED" | "NEGLIGIBLE" | "LOW" | "MEDIUM" | "HIGH") | (string & {});
            /** @description How likely, as a number. */
            probabilityScore?: number;
            /** @description How bad it is. */
            severity?: ("HARM_SEVERITY_UNSPECIFIED" | "HARM_SEVERITY_NEGLIGIBLE" | "HARM_SEVERITY_LOW" | "HARM_SEVERITY_MEDIUM" | "HARM_SEVERITY_HIGH") | (string & {});
            /** @description How bad, as a number. */
            severityScore?: number;
            /** @description It was blocked for this. */
            blocked?: boolean;
        };
        /** @description Threshold of one safety filter. */
        GeminiSafetySetting: {
            /** @description What is filtered. */
            category: ("HARM_CATEGORY_HARASSMENT" | "HARM_CATEGORY_HATE_SPEECH" | "HARM_CATEGORY_SEXUALLY_EXPLICIT" | "HARM_CATEGORY_DANGEROUS_CONTENT" | "HARM_CATEGORY_CIVIC_INTEGRITY") | (string & {});
            /** @description From which probability on it is blocked. */
            threshold: ("BLOCK_NONE" | "BLOCK_ONLY_HIGH" | "BLOCK_MEDIUM_AND_ABOVE" | "BLOCK_LOW_AND_ABOVE" | "OFF") | (string & {});
            /** @description What the threshold is compared with. */
            method?: ("SEVERITY" | "PROBABILITY") | (string & {});
        };
        /** @description A schema in the OpenAPI dialect of Gemini. Members that are not listed pass through. */
        GeminiSchema: {
            /** @description Type of the value; lower case is taken as well. */
            type?: ("STRING" | "NUMBER" | "INTEGER" | "BOOLEAN" | "ARRAY" | "OBJECT" | "NULL" | "string" | "number" | "integer" | "boolean" | "array" | "object" | "null") | (string & {});
            /** @description Format of the value. */
            format?: string;
            /** @description Title. */
            title?: string;
            /** @description What the value is. */
            description?: string;
            /** @description Null is allowed. */
            nullable?: boolean;
            /** @description Allowed values; numbers are written as texts. */
            enum?: string[];
            /** @description Schema of the items. */
            items?: {
                [key: string]: unknown;
            };
            /** @description Schemas of the members by name. */
            properties?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** @description Names of the members that must be there. */
            required?: string[];
            /** @description Order of the members in the answer. */
            propertyOrdering?: string[];
            /** @description Schemas of which one must fit. */
            anyOf?: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description A set of functions of your own, or a tool that the vendor runs. */
        GeminiTool: ({
            /** @description Functions of your own. */
            functionDeclarations?: components["schemas"]["GeminiFunctionDeclaration"][];
            /** @description Searches the web. */
            googleSearch?: {
                [key: string]: unknown;
            };
            /** @description Runs code. */
            codeExecution?: {
                [key: string]: unknown;
            };
            /** @description Reads the addresses in the prompt. */
            urlContext?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        }) & unknown;
        /** @description Tokens used. In a stream the counts are on the last piece. */
        GeminiUsageMetadata: {
            /**
             * @description Tokens of the prompt.
             * @example 9
             */
            promptTokenCount?: number;
            /**
             * @description Tokens of the answer.
             * @example 8
             */
            candidatesTokenCount?: number;
            /**
             * @description All tokens.
             * @example 17
             */
            totalTokenCount?: number;
            /** @description Tokens spent on thinking. */
            thoughtsTokenCount?: number;
            /** @description Tokens read from the cache. */
            cachedContentTokenCount?: number;
            /** @description Tokens of tool results. */
            toolUsePromptTokenCount?: number;
            /** @description Tokens of the prompt by kind. */
            promptTokensDetails?: components["schemas"]["GeminiModalityTokenCount"][];
            /** @description Tokens of the answer by kind. */
            candidatesTokensDetails?: components["schemas"]["GeminiModalityTokenCount"][];
            /** @description Cached tokens by kind. */
            cacheTokensDetails?: components["schemas"]["GeminiModalityTokenCount"][];
            /** @description Tokens of tool results by kind. */
            toolUsePromptTokensDetails?: components["schemas"]["GeminiModalityTokenCount"][];
            /** @description Capacity that served the request. */
            trafficType?: ("ON_DEMAND" | "PROVISIONED_THROUGHPUT") | (string & {});
        };
        /** @description What the model is to answer, in the Gemini protocol. */
        GenerateContentRequest: {
            /** @description The turns so far, oldest first. */
            contents: components["schemas"]["GeminiContent"][] & unknown;
            /** @description System prompt. */
            systemInstruction?: {
                /** @description Ignored. */
                role?: string;
                /** @description The prompt. */
                parts: components["schemas"]["GeminiPart"][];
            };
            /** @description Settings of the generation. */
            generationConfig?: components["schemas"]["GeminiGenerationConfig"];
            /** @description Thresholds of the safety filters. */
            safetySettings?: components["schemas"]["GeminiSafetySetting"][];
            /** @description Tools that the model may use. */
            tools?: components["schemas"]["GeminiTool"][];
            /** @description How tools are to be used. */
            toolConfig?: {
                /** @description Whether and which function must be called. */
                functionCallingConfig?: {
                    /**
                     * @description `AUTO` leaves it to the model, `ANY` demands a call, `NONE` forbids calls, `VALIDATED` holds calls to their schema.
                     * @enum {string}
                     */
                    mode?: "MODE_UNSPECIFIED" | "AUTO" | "ANY" | "NONE" | "VALIDATED" | "auto" | "any" | "none" | "validated";
                    /** @description The functions to choose from, for `ANY`. */
                    allowedFunctionNames?: string[];
                };
                /** @description Place and language for searches. */
                retrievalConfig?: {
                    [key: string]: unknown;
                };
            };
            /** @description Name of a cached prefix. */
            cachedContent?: string;
            /** @description Labels for your own accounts. */
            labels?: {
                [key: string]: string;
            };
        };
        /** @description The answer, or the next piece of it in a stream. */
        GenerateContentResponse: {
            /** @description The answers. Left out if the prompt was blocked. */
            candidates?: components["schemas"]["GeminiCandidate"][];
            /** @description Tokens used. In a stream the counts are on the last piece. */
            usageMetadata?: components["schemas"]["GeminiUsageMetadata"];
            /** @description Whether the prompt was blocked. */
            promptFeedback?: {
                /** @description Why the prompt was blocked. */
                blockReason?: ("BLOCK_REASON_UNSPECIFIED" | "BLOCKED_REASON_UNSPECIFIED" | "SAFETY" | "OTHER" | "BLOCKLIST" | "PROHIBITED_CONTENT" | "IMAGE_SAFETY" | "MODEL_ARMOR" | "JAILBREAK") | (string & {});
                /** @description The reason in words. */
                blockReasonMessage?: string;
                /** @description How the prompt was rated. */
                safetyRatings?: components["schemas"]["GeminiSafetyRating"][];
            };
            /**
             * @description The model that answered.
             * @example gemini-3.1-flash-lite
             */
            modelVersion?: string;
            /**
             * Format: date-time
             * @description When the answer was made.
             * @example 2026-09-28T07:54:30.886595Z
             */
            createTime?: string;
            /**
             * @description Id of the answer.
             * @example Nh26asOONr6bpucPwvej0Ac
             */
            responseId?: string;
        } & ((unknown | unknown | unknown | {
            error: {
                code: number;
            };
        }) & unknown & unknown & unknown);
        /** @description What the model is to answer, in the Responses protocol. */
        CreateResponseRequest: {
            /**
             * @description Id of the model, of the GPT family.
             * @example openai/gpt-5.2
             */
            model: ("openai/gpt-5.2" | "openai/gpt-5.4" | "openai/gpt-6-luna" | "openai/gpt-5" | "openai/gpt-5.2-codex") | (string & {});
            /** @description One text, or the items of the conversation. */
            input?: string | components["schemas"]["ResponseInputItem"][];
            /** @description System text that goes before the input. */
            instructions?: string | null;
            /**
             * @description Runs in the background.
             * @default false
             */
            background?: boolean | null;
            /** @description When to compact a long context. */
            context_management?: {
                /** @description Kind of the rule. */
                type: "compaction" | (string & {});
                /** @description Number of tokens from which on the context is compacted. */
                compact_threshold?: number | null;
            }[] | null;
            /** @description The conversation to go on with, by its id. */
            conversation?: string | {
                /** @description Id of the conversation. */
                id: string;
            } | null;
            /** @description What else the answer should hold. */
            include?: (("file_search_call.results" | "web_search_call.results" | "web_search_call.action.sources" | "message.input_image.image_url" | "computer_call_output.output.image_url" | "code_interpreter_call.outputs" | "reasoning.encrypted_content" | "message.output_text.logprobs") | (string & {}))[] | null;
            /** @description The most tokens to generate, reasoning included. */
            max_output_tokens?: number | null;
            /** @description The most calls of tools that the vendor runs. */
            max_tool_calls?: number | null;
            /** @description Your own notes, text by key. */
            metadata?: {
                [key: string]: string;
            } | null;
            /**
             * @description Allows several tool calls in one answer.
             * @default true
             */
            parallel_tool_calls?: boolean | null;
            /** @description The answer to go on from. Not together with `conversation`. */
            previous_response_id?: string | null;
            /** @description A stored prompt to use. */
            prompt?: components["schemas"]["ResponsePrompt"];
            /** @description Groups requests that share a prefix. */
            prompt_cache_key?: string | null;
            /** @description How long the prompt cache keeps the prefix. */
            prompt_cache_retention?: ("in_memory" | "24h") | (string & {}) | null;
            /** @description How the model reasons. */
            reasoning?: components["schemas"]["ResponseReasoningConfig"];
            /** @description An opaque id of your end user. */
            safety_identifier?: string | null;
            /** @description Capacity that serves the request. */
            service_tier?: ("auto" | "default" | "flex" | "scale" | "priority" | "fast" | "ultrafast") | (string & {}) | null;
            /**
             * @description Keeps the answer for later requests.
             * @default true
             */
            store?: boolean | null;
            /**
             * @description Answers as server-sent events.
             * @default false
             */
            stream?: boolean | null;
            /** @description Settings of the stream. */
            stream_options?: {
                /** @description Pads the events so that their length tells nothing. */
                include_obfuscation?: boolean;
            } | null;
            /**
             * @description Randomness of the answer.
             * @default 1
             */
            temperature?: number | null;
            /** @description Form of the text. */
            text?: components["schemas"]["ResponseTextConfig"];
            /** @description Whether and which tool must be used. */
            tool_choice?: components["schemas"]["ResponseToolChoice"];
            /** @description Tools that the model may use. */
            tools?: components["schemas"]["ResponseTool"][];
            /** @description How many of the likeliest tokens to list at each place. */
            top_logprobs?: number | null;
            /**
             * @description Share of the probability mass to sample from.
             * @default 1
             */
            top_p?: number | null;
            /**
             * @description What happens if the input is too long: `auto` drops its middle, `disabled` fails.
             * @default disabled
             * @enum {string|null}
             */
            truncation?: "auto" | "disabled" | null;
            /**
             * @deprecated
             * @description An id of your end user; replaced by `safety_identifier`.
             */
            user?: string | null;
        };
        /** @description The answer is complete; the last event. */
        ResponseCompletedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.completed";
            /** @description The whole answer. */
            response: components["schemas"]["ResponseObject"] & {
                /**
                 * @description How far the answer is.
                 * @constant
                 */
                status?: "completed";
            };
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description Which part of the item, from 0. */
        ResponseContentIndex: number;
        /** @description A part of an output item. */
        ResponseContentPart: components["schemas"]["ResponseOutputText"] | components["schemas"]["ResponseOutputRefusal"] | components["schemas"]["ResponseReasoningText"] | ({
            /** @description Name of the kind of part. */
            type: string;
        } & {
            [key: string]: unknown;
        });
        /** @description Opens a part of a message. */
        ResponseContentPartAddedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.content_part.added";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which part of the item, from 0. */
            content_index: components["schemas"]["ResponseContentIndex"];
            /** @description The part, still empty. */
            part: components["schemas"]["ResponseContentPart"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description Closes a part of a message. */
        ResponseContentPartDoneEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.content_part.done";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which part of the item, from 0. */
            content_index: components["schemas"]["ResponseContentIndex"];
            /** @description The whole part. */
            part: components["schemas"]["ResponseContentPart"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description Opens the stream. */
        ResponseCreatedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.created";
            /** @description The answer so far, still empty. */
            response: components["schemas"]["ResponseObject"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description An error after the stream has begun; nothing follows. */
        ResponseErrorEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "error";
            /** @description Code of the error. */
            code: string | null;
            /** @description The error in words. */
            message: string;
            /** @description The field at fault. */
            param: string | null;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description The answer failed; the last event. */
        ResponseFailedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.failed";
            /** @description The answer with its error. */
            response: components["schemas"]["ResponseObject"] & {
                /**
                 * @description How far the answer is.
                 * @constant
                 */
                status?: "failed";
            };
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description A call of one of your functions. */
        ResponseFunctionCall: {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "function_call";
            /** @description Id of the item. */
            id?: string | null;
            /**
             * @description Id of the call. The result repeats it.
             * @example call_6rT2mVb8QwLxZ1nKdYpJ3sHc
             */
            call_id: string;
            /** @description Name of the function. */
            name: string;
            /**
             * @description Arguments as a JSON text.
             * @example {"city":"Berlin"}
             */
            arguments: string;
            /** @description How far the item is. */
            status?: ("in_progress" | "completed" | "incomplete") | (string & {});
        };
        /** @description More of the arguments of a call. */
        ResponseFunctionCallArgumentsDeltaEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.function_call_arguments.delta";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description The next piece of the JSON text. */
            delta: string;
            /** @description Padding that hides the length of the piece. */
            obfuscation?: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description The arguments are complete. */
        ResponseFunctionCallArgumentsDoneEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.function_call_arguments.done";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Name of the function. */
            name?: string;
            /** @description The whole JSON text. */
            arguments: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description More of the input of a custom tool. */
        ResponseCustomToolCallInputDeltaEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.custom_tool_call_input.delta";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description The next piece of the text. */
            delta: string;
            /** @description Padding that hides the length of the piece. */
            obfuscation?: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description The input of a custom tool is complete. */
        ResponseCustomToolCallInputDoneEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.custom_tool_call_input.done";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description The whole text. */
            input: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description What a call resulted in. */
        ResponseFunctionCallOutput: {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "function_call_output";
            /** @description Id of the item. */
            id?: string | null;
            /** @description Id of the call. */
            call_id: string;
            /** @description The result, as one text or as parts. */
            output: string | components["schemas"]["ResponseInputContent"][];
            /** @description How far the item is. */
            status?: ("in_progress" | "completed" | "incomplete") | (string & {}) | null;
        };
        /** @description A call of one of your custom tools. */
        ResponseCustomToolCall: {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "custom_tool_call";
            /** @description Id of the item. */
            id?: string | null;
            /** @description Id of the call. The result repeats it. */
            call_id: string;
            /** @description Name of the tool. */
            name: string;
            /** @description The input, as the text that the model wrote. */
            input: string;
            /** @description How far the item is. */
            status?: ("in_progress" | "completed" | "incomplete") | (string & {});
        };
        /** @description What a call of a custom tool resulted in. */
        ResponseCustomToolCallOutput: {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "custom_tool_call_output";
            /** @description Id of the item. */
            id?: string | null;
            /** @description Id of the call. */
            call_id: string;
            /** @description The result, as one text or as parts. */
            output: string | components["schemas"]["ResponseInputContent"][];
        };
        /** @description The model has begun. */
        ResponseInProgressEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.in_progress";
            /** @description The answer so far, still empty. */
            response: components["schemas"]["ResponseObject"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description The answer broke off, at a limit for instance; the last event. */
        ResponseIncompleteEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.incomplete";
            /** @description The answer as far as it came. */
            response: components["schemas"]["ResponseObject"] & {
                /**
                 * @description How far the answer is.
                 * @constant
                 */
                status?: "incomplete";
            };
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description A part of a message. Kinds that are not listed pass through unchecked, but for those of other protocols. */
        ResponseInputContent: {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "input_text";
            /** @description The text. */
            text: string;
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "input_image";
            /** @description Address or data URL of the picture. */
            image_url?: string | null;
            /** @description Id of the file. */
            file_id?: string | null;
            /** @description How finely to look at it. */
            detail?: ("low" | "high" | "auto" | "original") | (string & {}) | null;
        } | {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "input_file";
            /** @description Id of the file. */
            file_id?: string | null;
            /** @description Address of the file. */
            file_url?: string | null;
            /** @description The data as a data URL or in base64. */
            file_data?: string | null;
            /** @description Name of the file. */
            filename?: string | null;
        } | components["schemas"]["ResponseOutputText"] | components["schemas"]["ResponseOutputRefusal"] | ({
            /** @description Name of the kind of part. */
            type: string & unknown;
        } & {
            [key: string]: unknown;
        });
        /** @description An item of the conversation. Kinds that are not listed pass through unchecked. */
        ResponseInputItem: components["schemas"]["ResponseInputMessage"] | components["schemas"]["ResponseFunctionCall"] | components["schemas"]["ResponseFunctionCallOutput"] | components["schemas"]["ResponseCustomToolCall"] | components["schemas"]["ResponseCustomToolCallOutput"] | components["schemas"]["ResponseReasoningItem"] | components["schemas"]["ResponseItemReference"] | ({
            /** @description Name of the kind of item. */
            type: string | ("file_search_call" | "web_search_call" | "computer_call" | "computer_call_output" | "image_generation_call" | "code_interpreter_call" | "local_shell_call" | "local_shell_call_output" | "shell_call" | "shell_call_output" | "apply_patch_call" | "apply_patch_call_output" | "tool_search_call" | "tool_search_output" | "mcp_list_tools" | "mcp_approval_request" | "mcp_approval_response" | "mcp_call" | "compaction" | "compaction_trigger" | "additional_tools" | "program" | "program_output") | (string & {});
        } & {
            [key: string]: unknown;
        });
        /** @description A message. */
        ResponseInputMessage: {
            /**
             * @description Kind of the item; may be left out.
             * @constant
             */
            type?: "message";
            /** @description Id of a message that is sent back. */
            id?: string;
            /**
             * @description Who speaks.
             * @enum {string}
             */
            role: "user" | "assistant" | "system" | "developer";
            /** @description What is said, as one text or as parts. */
            content: string | components["schemas"]["ResponseInputContent"][];
            /** @description How far the message is. */
            status?: ("in_progress" | "completed" | "incomplete") | (string & {}) | null;
            /** @description Whether the message is a comment on the way or the final answer. */
            phase?: ("commentary" | "final_answer") | (string & {}) | null;
        };
        /** @description Id of the item. */
        ResponseItemId: string;
        /** @description An item that the vendor keeps, by its id. */
        ResponseItemReference: {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "item_reference";
            /** @description Id of the item. */
            id: components["schemas"]["ResponseItemId"];
        };
        /** @description The answer, with the settings that it was made with. */
        ResponseObject: {
            /**
             * @description Id of the answer.
             * @example resp_0f562b05a47506e3016aba1d49712c81969137aa465b964fcb
             */
            id: string;
            /**
             * @description Always `response`.
             * @constant
             */
            object: "response";
            /**
             * @description When it was made, as a Unix time.
             * @example 1790582089
             */
            created_at: number;
            /** @description When it was complete, as a Unix time. */
            completed_at?: number | null;
            /** @description How far the answer is. */
            status?: ("completed" | "failed" | "in_progress" | "cancelled" | "queued" | "incomplete") | (string & {});
            /** @description It runs in the background. */
            background?: boolean | null;
            /** @description Why it failed. */
            error: {
                /** @description Code of the error. */
                code: string;
                /** @description The error in words. */
                message: string;
            } | null;
            /** @description Why it is incomplete. */
            incomplete_details: {
                /** @description The reason. */
                reason?: ("max_output_tokens" | "content_filter") | (string & {});
            } | null;
            /** @description System text that went before the input. */
            instructions: string | components["schemas"]["ResponseInputItem"][] | null;
            /**
             * @description The model that answered.
             * @example openai/gpt-5.2
             */
            model: string;
            /** @description What the model made, in order. */
            output: components["schemas"]["ResponseOutputItem"][];
            /** @description All texts of the output, joined, as SDKs add it; empty from servers that leave that to them. */
            output_text?: string | null;
            /** @description Tokens used. */
            usage?: components["schemas"]["ResponseUsage"];
            /** @description What the upstream's content filters found. */
            content_filters?: ({
                /** @description It was blocked. */
                blocked?: boolean;
                /** @description What was filtered. */
                source_type?: ("prompt" | "completion") | (string & {});
                /** @description Raw findings. */
                content_filter_raw?: unknown[];
                /** @description Findings by category. */
                content_filter_results?: {
                    [key: string]: unknown;
                };
                /** @description Where it was looked. */
                content_filter_offsets?: {
                    /** @description From. */
                    start_offset?: number;
                    /** @description To. */
                    end_offset?: number;
                    /** @description Checked up to. */
                    check_offset?: number;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[] | null;
            /** @description The conversation that it belongs to. */
            conversation?: {
                /** @description Id of the conversation. */
                id?: string;
            } | null;
            /** @description Discourages what has come up often. */
            frequency_penalty?: number | null;
            /** @description Discourages what has come up before. */
            presence_penalty?: number | null;
            /** @description The most tokens to generate. */
            max_output_tokens?: number | null;
            /** @description The most calls of tools that the vendor runs. */
            max_tool_calls?: number | null;
            /** @description Your own notes, text by key. */
            metadata: {
                [key: string]: string;
            } | null;
            /** @description What the moderation found. */
            moderation?: {
                [key: string]: unknown;
            } | null;
            /** @description Several tool calls are allowed. */
            parallel_tool_calls: boolean | null;
            /** @description The answer that this one goes on from. */
            previous_response_id?: string | null;
            /** @description A stored prompt to use. */
            prompt?: components["schemas"]["ResponsePrompt"];
            /** @description Groups requests that share a prefix. */
            prompt_cache_key?: string | null;
            /** @description How long the prompt cache keeps the prefix. */
            prompt_cache_retention?: ("in_memory" | "24h") | (string & {}) | null;
            /** @description How the model reasons. */
            reasoning?: components["schemas"]["ResponseReasoningConfig"];
            /** @description An opaque id of your end user. */
            safety_identifier?: string | null;
            /** @description Capacity that serves the request. */
            service_tier?: ("auto" | "default" | "flex" | "scale" | "priority" | "fast" | "ultrafast") | (string & {}) | null;
            /** @description The answer is kept. */
            store?: boolean | null;
            /** @description Randomness of the answer. */
            temperature: number | null;
            /** @description Form of the text. */
            text?: components["schemas"]["ResponseTextConfig"];
            /** @description Whether and which tool must be used. */
            tool_choice: components["schemas"]["ResponseToolChoice"];
            /** @description Uses of tools that the vendor runs. */
            tool_usage?: ({
                /** @description Pictures. */
                image_gen?: {
                    /** @description Input tokens. */
                    input_tokens?: number;
                    /** @description Output tokens. */
                    output_tokens?: number;
                    /** @description All tokens. */
                    total_tokens?: number;
                } & {
                    [key: string]: unknown;
                };
                /** @description Web searches. */
                web_search?: {
                    /** @description How many. */
                    num_requests?: number;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description Tools that the model may use. */
            tools: components["schemas"]["ResponseTool"][];
            /** @description How many of the likeliest tokens are listed. */
            top_logprobs?: number | null;
            /** @description Share of the probability mass to sample from. */
            top_p: number | null;
            /** @description What happens if the input is too long: `auto` drops its middle, `disabled` fails. */
            truncation?: ("auto" | "disabled") | (string & {}) | null;
            /** @description An id of your end user. */
            user?: string | null;
        } & (unknown & unknown & unknown & unknown & unknown & unknown);
        /** @description Which item of the output, from 0. */
        ResponseOutputIndex: number;
        /** @description A source of a text, of a page or of a file. */
        ResponseAnnotation: ({
            /** @description Kind of the source. */
            type?: string;
            /** @description Address of the page. */
            url?: string;
            /** @description Id of the file. */
            file_id?: string;
            /** @description First character of the text that it is about. */
            start_index?: number;
            /** @description Character after the last. */
            end_index?: number;
        } & {
            [key: string]: unknown;
        }) & (unknown & unknown);
        /** @description An item of the output. Kinds that are not listed pass through unchecked. */
        ResponseOutputItem: components["schemas"]["ResponseOutputMessage"] | components["schemas"]["ResponseReasoningItem"] | components["schemas"]["ResponseFunctionCall"] | components["schemas"]["ResponseCustomToolCall"] | (({
            /** @description Name of the kind of item. */
            type: string | ("file_search_call" | "web_search_call" | "computer_call" | "image_generation_call" | "code_interpreter_call" | "local_shell_call" | "shell_call" | "apply_patch_call" | "tool_search_call" | "mcp_list_tools" | "mcp_approval_request" | "mcp_call" | "compaction" | "program" | "program_output") | (string & {});
            /** @description Id of the item. */
            id?: string | null;
            /** @description How far the item is. */
            status?: string | null;
            /** @description Id of the call. */
            call_id?: string | null;
            /** @description Name of the tool. */
            name?: string | null;
            /** @description Server that has the tool. */
            server_label?: string | null;
            /** @description What came out of it; of a picture, the picture in base64. */
            result?: unknown;
            /** @description Type of a picture. */
            output_format?: string | null;
        } & {
            [key: string]: unknown;
        }) & (unknown & unknown & unknown & unknown & unknown));
        /** @description Opens an item. */
        ResponseOutputItemAddedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.output_item.added";
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description The item, still empty. */
            item: components["schemas"]["ResponseOutputItem"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description Closes an item. */
        ResponseOutputItemDoneEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.output_item.done";
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description The whole item. */
            item: components["schemas"]["ResponseOutputItem"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description A message of the model. */
        ResponseOutputMessage: {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "message";
            /** @description Id of the item. */
            id: components["schemas"]["ResponseItemId"];
            /**
             * @description Always `assistant`.
             * @constant
             */
            role: "assistant";
            /** @description How far the item is. */
            status: ("in_progress" | "completed" | "incomplete") | (string & {});
            /** @description Parts of the message. */
            content: components["schemas"]["ResponseContentPart"][];
            /** @description Whether the message is a comment on the way or the final answer. */
            phase?: ("commentary" | "final_answer") | (string & {}) | null;
        };
        /** @description A refusal of the model. */
        ResponseOutputRefusal: {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "refusal";
            /** @description The refusal in words. */
            refusal: string;
        };
        /** @description Text of the model. */
        ResponseOutputText: {
            /**
             * @description Kind of the part.
             * @constant
             */
            type: "output_text";
            /** @description The text. */
            text: string;
            /** @description Sources of the text. */
            annotations?: components["schemas"]["ResponseAnnotation"][];
            /** @description Probabilities of the tokens. */
            logprobs?: {
                [key: string]: unknown;
            }[] | null;
        };
        /** @description A source of the text. */
        ResponseOutputTextAnnotationAddedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.output_text.annotation.added";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which part of the item, from 0. */
            content_index: components["schemas"]["ResponseContentIndex"];
            /** @description A source of a text, of a page or of a file. */
            annotation: components["schemas"]["ResponseAnnotation"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description More text. */
        ResponseOutputTextDeltaEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.output_text.delta";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which part of the item, from 0. */
            content_index: components["schemas"]["ResponseContentIndex"];
            /** @description The next text. */
            delta: string;
            /** @description Probabilities of the tokens. */
            logprobs?: {
                [key: string]: unknown;
            }[];
            /** @description Padding that hides the length of the piece. */
            obfuscation?: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description The text is complete. */
        ResponseOutputTextDoneEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.output_text.done";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which part of the item, from 0. */
            content_index: components["schemas"]["ResponseContentIndex"];
            /** @description The whole text. */
            text: string;
            /** @description Probabilities of the tokens. */
            logprobs?: {
                [key: string]: unknown;
            }[];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description A stored prompt to use. */
        ResponsePrompt: {
            /** @description Id of the prompt. */
            id: string;
            /** @description Version of the prompt. */
            version?: string | null;
            /** @description Values to fill in. */
            variables?: {
                [key: string]: unknown;
            } | null;
        } | null;
        /** @description The request waits. */
        ResponseQueuedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.queued";
            /** @description The answer so far. */
            response: components["schemas"]["ResponseObject"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description How the model reasons. */
        ResponseReasoningConfig: {
            /** @description How much to reason. */
            effort?: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | (string & {}) | null;
            /** @description Which summary of the reasoning to return. */
            summary?: ("auto" | "concise" | "detailed") | (string & {}) | null;
            /** @description Whose reasoning is kept in the context. */
            context?: ("auto" | "current_turn" | "all_turns") | (string & {}) | null;
            /** @description Mode of the reasoning. */
            mode?: "standard" | (string & {}) | null;
        } | null;
        /** @description Reasoning of the model. Send it back unchanged in the next turn. */
        ResponseReasoningItem: {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "reasoning";
            /** @description Id of the item. */
            id?: string | null;
            /** @description Summary of the reasoning. */
            summary: components["schemas"]["ResponseSummaryText"][];
            /** @description The reasoning itself, where the model shows it. */
            content?: components["schemas"]["ResponseReasoningText"][] | null;
            /** @description The reasoning in encrypted form, if asked for by `include`. */
            encrypted_content?: string | null;
            /** @description How far the item is. */
            status?: ("in_progress" | "completed" | "incomplete") | (string & {}) | null;
        };
        /** @description Opens a piece of the summary. */
        ResponseReasoningSummaryPartAddedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.reasoning_summary_part.added";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which piece of the summary, from 0. */
            summary_index: number;
            /** @description The piece, still empty. */
            part: components["schemas"]["ResponseSummaryText"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description Closes a piece of the summary. */
        ResponseReasoningSummaryPartDoneEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.reasoning_summary_part.done";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which piece of the summary, from 0. */
            summary_index: number;
            /** @description The whole piece. */
            part: components["schemas"]["ResponseSummaryText"];
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description More of the summary. */
        ResponseReasoningSummaryTextDeltaEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.reasoning_summary_text.delta";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which piece of the summary, from 0. */
            summary_index: number;
            /** @description The next text. */
            delta: string;
            /** @description Padding that hides the length of the piece. */
            obfuscation?: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description The piece of the summary is complete. */
        ResponseReasoningSummaryTextDoneEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.reasoning_summary_text.done";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which piece of the summary, from 0. */
            summary_index: number;
            /** @description The whole piece. */
            text: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description A piece of the reasoning. */
        ResponseReasoningText: {
            /**
             * @description Kind of the piece.
             * @constant
             */
            type: "reasoning_text";
            /** @description The text. */
            text: string;
        };
        /** @description More of the reasoning. */
        ResponseReasoningTextDeltaEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.reasoning_text.delta";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which part of the item, from 0. */
            content_index: components["schemas"]["ResponseContentIndex"];
            /** @description The next text. */
            delta: string;
            /** @description Padding that hides the length of the piece. */
            obfuscation?: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description The reasoning is complete. */
        ResponseReasoningTextDoneEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.reasoning_text.done";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which part of the item, from 0. */
            content_index: components["schemas"]["ResponseContentIndex"];
            /** @description The whole text. */
            text: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description More of a refusal. */
        ResponseRefusalDeltaEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.refusal.delta";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which part of the item, from 0. */
            content_index: components["schemas"]["ResponseContentIndex"];
            /** @description The next words. */
            delta: string;
            /** @description Padding that hides the length of the piece. */
            obfuscation?: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description The refusal is complete. */
        ResponseRefusalDoneEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "response.refusal.done";
            /** @description Id of the item. */
            item_id: components["schemas"]["ResponseItemId"];
            /** @description Which item of the output, from 0. */
            output_index: components["schemas"]["ResponseOutputIndex"];
            /** @description Which part of the item, from 0. */
            content_index: components["schemas"]["ResponseContentIndex"];
            /** @description The whole refusal. */
            refusal: string;
            /** @description Counts the events of the stream, from 0. */
            sequence_number: components["schemas"]["ResponseSequenceNumber"];
        };
        /** @description Counts the events of the stream, from 0. */
        ResponseSequenceNumber: number;
        /** @description An event of a streamed answer. Its name is its `type`. */
        ResponseStreamEvent: components["schemas"]["ResponseCreatedEvent"] | components["schemas"]["ResponseQueuedEvent"] | components["schemas"]["ResponseInProgressEvent"] | components["schemas"]["ResponseCompletedEvent"] | components["schemas"]["ResponseFailedEvent"] | components["schemas"]["ResponseIncompleteEvent"] | components["schemas"]["ResponseOutputItemAddedEvent"] | components["schemas"]["ResponseOutputItemDoneEvent"] | components["schemas"]["ResponseContentPartAddedEvent"] | components["schemas"]["ResponseContentPartDoneEvent"] | components["schemas"]["ResponseOutputTextDeltaEvent"] | components["schemas"]["ResponseOutputTextDoneEvent"] | components["schemas"]["ResponseOutputTextAnnotationAddedEvent"] | components["schemas"]["ResponseRefusalDeltaEvent"] | components["schemas"]["ResponseRefusalDoneEvent"] | components["schemas"]["ResponseFunctionCallArgumentsDeltaEvent"] | components["schemas"]["ResponseFunctionCallArgumentsDoneEvent"] | components["schemas"]["ResponseCustomToolCallInputDeltaEvent"] | components["schemas"]["ResponseCustomToolCallInputDoneEvent"] | components["schemas"]["ResponseReasoningSummaryPartAddedEvent"] | components["schemas"]["ResponseReasoningSummaryPartDoneEvent"] | components["schemas"]["ResponseReasoningSummaryTextDeltaEvent"] | components["schemas"]["ResponseReasoningSummaryTextDoneEvent"] | components["schemas"]["ResponseReasoningTextDeltaEvent"] | components["schemas"]["ResponseReasoningTextDoneEvent"] | components["schemas"]["ResponseErrorEvent"];
        /** @description A piece of the summary. */
        ResponseSummaryText: {
            /**
             * @description Kind of the piece.
             * @constant
             */
            type: "summary_text";
            /** @description The text. */
            text: string;
        };
        /** @description Form of the text. */
        ResponseTextConfig: {
            /** @description Plain text, JSON, or JSON of a schema. */
            format?: components["schemas"]["ResponseTextFormat"];
            /**
             * @description How wordy the text is.
             * @enum {string|null}
             */
            verbosity?: "low" | "medium" | "high" | null;
        };
        /** @description Plain text, JSON, or JSON of a schema. */
        ResponseTextFormat: components["schemas"]["ResponseTextFormatText"] | components["schemas"]["ResponseTextFormatJsonObject"] | components["schemas"]["ResponseTextFormatJsonSchema"];
        /** @description Any JSON object. Ask for JSON in the prompt as well. */
        ResponseTextFormatJsonObject: {
            /**
             * @description Kind of the format. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "json_object";
        };
        /** @description JSON of a schema. */
        ResponseTextFormatJsonSchema: {
            /**
             * @description Kind of the format. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "json_schema";
            /** @description Name of the schema. */
            name: string;
            /** @description The JSON Schema. */
            schema: {
                [key: string]: unknown;
            };
            /** @description Holds the answer to the schema. */
            strict?: boolean | null;
            /** @description What the schema is for. */
            description?: string | null;
        };
        /** @description Plain text. */
        ResponseTextFormatText: {
            /**
             * @description Kind of the format. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "text";
        };
        /** @description A function of your own, or a tool that the vendor runs. */
        ResponseTool: {
            /**
             * @description Kind of the tool.
             * @constant
             */
            type: "function";
            /**
             * @description Name of the function.
             * @example get_weather
             */
            name: string;
            /** @description What the function does and when to call it. */
            description?: string | null;
            /** @description JSON Schema of the arguments. */
            parameters?: {
                [key: string]: unknown;
            } | null;
            /** @description Holds the arguments to the schema. */
            strict?: boolean | null;
            /** @description JSON Schema of what the function gives back; null in an answer where the request has none. */
            output_schema?: {
                [key: string]: unknown;
            } | null;
        } | {
            /**
             * @description Kind of the tool.
             * @constant
             */
            type: "custom";
            /** @description Name of the tool. */
            name: string;
            /** @description What the tool does and when to call it. */
            description?: string;
            /** @description Form of the text that the tool takes; any text, if it is left out. */
            format?: {
                /**
                 * @description Any text, or text of a grammar.
                 * @enum {string}
                 */
                type: "text" | "grammar";
                /**
                 * @description How the grammar is written.
                 * @enum {string}
                 */
                syntax?: "lark" | "regex";
                /** @description The grammar itself. */
                definition?: string;
            };
        } | ({
            /** @description Name of the kind of tool. */
            type: string | ("file_search" | "web_search" | "web_search_2025_08_26" | "web_search_preview" | "web_search_preview_2025_03_11" | "computer" | "computer_use_preview" | "mcp" | "code_interpreter" | "image_generation" | "local_shell" | "shell" | "apply_patch" | "tool_search" | "namespace" | "programmatic_tool_calling") | (string & {});
        } & {
            [key: string]: unknown;
        });
        /** @description Whether and which tool must be used. */
        ResponseToolChoice: ("none" | "auto" | "required") | ({
            /**
             * @description Kind of the tool, or `allowed_tools`.
             * @example function
             */
            type: ("function" | "custom" | "allowed_tools" | "mcp" | "file_search" | "web_search" | "web_search_preview" | "computer" | "computer_use_preview" | "image_generation" | "code_interpreter" | "shell" | "apply_patch") | (string & {});
            /** @description Name of the function or the custom tool. */
            name?: string;
            /**
             * @description For `allowed_tools`: `auto` leaves it to the model whether one is called, `required` demands a call.
             * @enum {string}
             */
            mode?: "auto" | "required";
            /** @description For `allowed_tools`: the tools that count, each with its kind and name. */
            tools?: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        });
        /** @description Tokens used. */
        ResponseUsage: {
            /**
             * @description Input tokens.
             * @example 13
             */
            input_tokens: number;
            /** @description Parts of the input. */
            input_tokens_details: {
                /** @description Read from the cache. */
                cached_tokens: number;
                /** @description Written to the cache. */
                cache_write_tokens?: number;
            };
            /**
             * @description Output tokens, reasoning included.
             * @example 12
             */
            output_tokens: number;
            /** @description Parts of the output. */
            output_tokens_details: {
                /** @description Spent on reasoning. */
                reasoning_tokens: number;
            };
            /**
             * @description All tokens.
             * @example 25
             */
            total_tokens: number;
        } | null;
        /** @description Pictures that the video starts with, ends with or refers to; at most 4 together with a clip. */
        KlingImageList: components["schemas"]["KlingImageListItem"][] & unknown;
        /** @description A picture that the video starts with, ends with or refers to. */
        KlingImageListItem: {
            /**
             * @description Address of the picture, or its Base64 text without a `data:` prefix.
             * @example https://picsum.photos/1280/720
             */
            image: string;
            /**
             * @description Role of the picture; leave it out for a plain reference. An `end_frame` needs a `first_frame`.
             * @enum {string}
             */
            type?: "first_frame" | "end_frame";
        };
        /**
         * @description First frame. Address, `data:` URI or Base64 text; JPEG or PNG of at most 10 MB, at least 300 pixels a side, aspect between 1:2.5 and 2.5:1.
         * @example https://aitoken-public.qnaigc.com/example/generate-video/running-man.jpg
         */
        KlingInputReference: string;
        /**
         * @description Quality tier: `std` makes 720p, `pro` makes 1080p.
         * @default std
         * @enum {string}
         */
        KlingMode: "std" | "pro";
        /** @description One shot of a multi-shot video. */
        KlingMultiPrompt: {
            /**
             * @description Place of the shot, counted from 1.
             * @example 1
             */
            index: number;
            /** @description What this shot shows. */
            prompt: string;
            /**
             * @description Length of the shot in seconds, as a string; at least 1. The lengths of all shots add up to `seconds`.
             * @example 3
             */
            duration: string;
        };
        /**
         * @description Length in seconds, as a string.
         * @default 5
         * @enum {string}
         */
        KlingSeconds: "5" | "10";
        /** @description Request body of kling-v2-1: image to video, or first and last frame to video. It has no text to video. */
        KlingV21CreateRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-v2-1";
            /** @description What the video shows. */
            prompt: components["schemas"]["VideoPrompt"];
            /** @description First frame. Address, `data:` URI or Base64 text; JPEG or PNG of at most 10 MB, at least 300 pixels a side, aspect between 1:2.5 and 2.5:1. */
            input_reference: components["schemas"]["KlingInputReference"];
            /**
             * @description Last frame, in the same form as `input_reference`. Use it with `mode: pro` and `seconds: "10"`, as one client asks.
             * @example https://aitoken-public.qnaigc.com/example/generate-video/end-of-the-earth-and-sky.jpg
             */
            image_tail?: string;
            /** @description What the video should avoid. */
            negative_prompt?: string;
            /**
             * @description Length in seconds, as a string.
             * @default 5
             */
            seconds?: components["schemas"]["KlingSeconds"];
            /**
             * @description Width and height in pixels.
             * @default 1920x1080
             * @enum {string}
             */
            size?: "1920x1080" | "1080x1920" | "1280x720" | "720x1280" | "1080x1080" | "720x720";
            /**
             * @description Quality tier: `std` makes 720p, `pro` makes 1080p.
             * @default std
             */
            mode?: components["schemas"]["KlingMode"];
        } & (unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-v2-1";
        });
        /** @description A new kling-v2-1 task. */
        KlingV21CreateResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: components["schemas"]["VideoTaskObject"];
            /**
             * @description Model of the task.
             * @constant
             */
            model: "kling-v2-1";
            /** @description Quality tier. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description State of a kling-v2-1 task, with the result once it is completed. */
        KlingV21StatusResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: components["schemas"]["VideoTaskObject"];
            /**
             * @description Model of the task.
             * @constant
             */
            model: "kling-v2-1";
            /** @description Quality tier. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description When the task ended, with success or not, in Unix seconds; 0 or absent before. */
            completed_at?: components["schemas"]["VideoTaskCompletedAt"];
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description What a completed task made. */
            task_result?: components["schemas"]["VideoTaskResult"];
            /** @description Why a task failed. */
            error?: components["schemas"]["VideoTaskError"];
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description Request body of kling-v2-5-turbo: text, image, or first and last frame to video. */
        KlingV25TurboCreateRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-v2-5-turbo";
            /** @description What the video shows. */
            prompt: components["schemas"]["VideoPrompt"];
            /** @description First frame. Address, `data:` URI or Base64 text; JPEG or PNG of at most 10 MB, at least 300 pixels a side, aspect between 1:2.5 and 2.5:1. */
            input_reference?: components["schemas"]["KlingInputReference"];
            /**
             * @description Last frame, in the same form as `input_reference`. Use it with `mode: pro`.
             * @example https://aitoken-public.qnaigc.com/example/generate-video/end-of-the-earth-and-sky.jpg
             */
            image_tail?: string;
            /** @description What the video should avoid. */
            negative_prompt?: string;
            /**
             * @description Length in seconds, as a string.
             * @default 5
             */
            seconds?: components["schemas"]["KlingSeconds"];
            /**
             * @description Width and height in pixels.
             * @default 1920x1080
             * @enum {string}
             */
            size?: "1920x1080" | "1080x1920" | "1280x720" | "720x1280" | "1080x1080" | "720x720";
            /**
             * @description Quality tier: `std` makes 720p, `pro` makes 1080p.
             * @default std
             */
            mode?: components["schemas"]["KlingMode"];
        } & (unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-v2-5-turbo";
        });
        /** @description A new kling-v2-5-turbo task. */
        KlingV25TurboCreateResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: components["schemas"]["VideoTaskObject"];
            /**
             * @description Model of the task.
             * @constant
             */
            model: "kling-v2-5-turbo";
            /** @description Quality tier. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description State of a kling-v2-5-turbo task, with the result once it is completed. */
        KlingV25TurboStatusResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: components["schemas"]["VideoTaskObject"];
            /**
             * @description Model of the task.
             * @constant
             */
            model: "kling-v2-5-turbo";
            /** @description Quality tier. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description When the task ended, with success or not, in Unix seconds; 0 or absent before. */
            completed_at?: components["schemas"]["VideoTaskCompletedAt"];
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description What a completed task made. */
            task_result?: components["schemas"]["VideoTaskResult"];
            /** @description Why a task failed. */
            error?: components["schemas"]["VideoTaskError"];
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description Request body of kling-v2-6: text, image, or first and last frame to video, with sound if wanted; or motion control, which moves the character of `image_url` as in `video_url` and needs `character_orientation` with both. */
        KlingV26CreateRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-v2-6";
            /** @description What the video shows. */
            prompt: components["schemas"]["VideoPrompt"];
            /** @description First frame. Address, `data:` URI or Base64 text; JPEG or PNG of at most 10 MB, at least 300 pixels a side, aspect between 1:2.5 and 2.5:1. */
            input_reference?: components["schemas"]["KlingInputReference"];
            /**
             * @description Last frame, in the same form as `input_reference`. Use it with `mode: pro`; with `sound: "on"` also `seconds: "10"`.
             * @example https://aitoken-public.qnaigc.com/example/generate-video/end-of-the-earth-and-sky.jpg
             */
            image_tail?: string;
            /** @description What the video should avoid. */
            negative_prompt?: string;
            /**
             * @description Length in seconds, as a string.
             * @default 5
             */
            seconds?: components["schemas"]["KlingSeconds"];
            /**
             * @description Width and height in pixels.
             * @enum {string}
             */
            size?: "1920x1080" | "1080x1920" | "1280x720" | "720x1280" | "1080x1080" | "720x720";
            /**
             * @description Quality tier: `std` makes 720p, `pro` makes 1080p.
             * @default std
             */
            mode?: components["schemas"]["KlingMode"];
            /**
             * @description Whether to make a sound track.
             * @enum {string}
             */
            sound?: "on" | "off";
            /** @description Motion control: picture of the character. Address or Base64 text; JPEG or PNG of at most 10 MB, 300 to 65536 pixels a side. */
            image_url?: string;
            /** @description Motion control: address of the clip with the motion. MP4 or MOV of at most 100 MB, 340 to 3850 pixels a side, at least 3 s. */
            video_url?: string;
            /**
             * @description Motion control: whose orientation the character takes. The clip may last 10 s with `image`, 30 s with `video`.
             * @enum {string}
             */
            character_orientation?: "image" | "video";
            /**
             * @description Motion control: whether to keep the sound of the clip; kept upstream unless told otherwise.
             * @enum {string}
             */
            keep_original_sound?: "yes" | "no";
        } & (unknown & unknown & unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-v2-6";
        });
        /** @description A new kling-v2-6 task. */
        KlingV26CreateResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: components["schemas"]["VideoTaskObject"];
            /**
             * @description Model of the task.
             * @constant
             */
            model: "kling-v2-6";
            /** @description Quality tier. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description State of a kling-v2-6 task, with the result once it is completed. */
        KlingV26VideoStatusResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: ("video" | "video.generation") | (string & {});
            /**
             * @description Model of the task.
             * @constant
             */
            model: "kling-v2-6";
            /** @description Quality tier. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description How much is done, in percent. */
            progress?: number;
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description When the task ended, with success or not, in Unix seconds; 0 or absent before. */
            completed_at?: components["schemas"]["VideoTaskCompletedAt"];
            /**
             * Format: int64
             * @description When the result goes away, in Unix seconds.
             */
            expires_at?: number;
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description Id of the source task; empty if this one is no remix. */
            remixed_from_video_id?: string;
            /** @description What a completed task made. */
            task_result?: components["schemas"]["VideoTaskResult"];
            /** @description Why a task failed. */
            error?: components["schemas"]["VideoTaskError"];
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description Request body of kling-v3: text, image, or first and last frame to video, with sound or in several shots if wanted. */
        KlingV3CreateRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-v3";
            /** @description What the video shows. Upstream ignores it when `multi_prompt` gives the shots. */
            prompt: string;
            /** @description First frame. Address, `data:` URI or Base64 text; JPEG or PNG of at most 10 MB, at least 300 pixels a side, aspect between 1:2.5 and 2.5:1. */
            input_reference?: components["schemas"]["KlingInputReference"];
            /**
             * @description Last frame, in the same form as `input_reference`. Use it with `mode: pro`.
             * @example https://aitoken-public.qnaigc.com/example/generate-video/end-of-the-earth-and-sky.jpg
             */
            image_tail?: string;
            /** @description What the video should avoid. */
            negative_prompt?: string;
            /**
             * @description Whether the video has several shots, given in `multi_prompt`.
             * @default false
             */
            multi_shot?: boolean;
            /** @description How the shots are cut; needed with `multi_shot`. `customize` takes the shots from `multi_prompt`. */
            shot_type?: ("customize" | "auto" | "intelligence") | (string & {});
            /** @description The shots, in order; needed with `multi_shot` and `shot_type: customize`. */
            multi_prompt?: components["schemas"]["KlingMultiPrompt"][];
            /**
             * @description Whether to make a sound track.
             * @enum {string}
             */
            sound?: "on" | "off";
            /**
             * @description Length in seconds, as a string.
             * @default 5
             * @enum {string}
             */
            seconds?: "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15";
            /**
             * @description Width and height in pixels.
             * @enum {string}
             */
            size?: "1920x1080" | "1080x1920" | "1280x720" | "720x1280" | "1080x1080" | "720x720";
            /**
             * @description Quality tier: `std` makes 720p, `pro` makes 1080p. Without it the gateway was seen to take `std`.
             * @enum {string}
             */
            mode?: "std" | "pro";
            /** @description Watermark settings. */
            watermark_info?: components["schemas"]["KlingWatermarkInfo"];
        } & (unknown & unknown & unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-v3";
        });
        /** @description Request body of kling-v3-omni: text, images, first and last frame, or a clip to video, with sound or in several shots if wanted. */
        KlingV3OmniCreateRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-v3-omni";
            /** @description What the video shows. Needed unless `multi_prompt` gives the shots. */
            prompt?: string;
            /**
             * @description Whether the video has several shots, given in `multi_prompt`.
             * @default false
             */
            multi_shot?: boolean;
            /** @description How the shots are cut; needed with `multi_shot`. `customize` takes the shots from `multi_prompt`. */
            shot_type?: ("customize" | "auto" | "intelligence") | (string & {});
            /** @description The shots, in order; needed with `multi_shot` and `shot_type: customize`. */
            multi_prompt?: components["schemas"]["KlingMultiPrompt"][];
            /** @description Pictures that the video starts with, ends with or refers to; at most 4 together with a clip. */
            image_list?: components["schemas"]["KlingImageList"];
            /** @description A clip that the video refers to or edits. With it `sound` must be off. */
            video_list?: components["schemas"]["KlingVideoListItem"][];
            /**
             * @description Whether to make a sound track.
             * @default off
             * @enum {string}
             */
            sound?: "on" | "off";
            /**
             * @description Length in seconds, as a string.
             * @default 5
             * @enum {string}
             */
            seconds?: "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15";
            /**
             * @description Width and height in pixels.
             * @enum {string}
             */
            size?: "1920x1080" | "1080x1920" | "1280x720" | "720x1280" | "1080x1080" | "720x720";
            /**
             * @description Quality tier: `std` makes 720p, `pro` makes 1080p. Without it the gateway was seen to take `std`.
             * @enum {string}
             */
            mode?: "std" | "pro";
            /** @description Watermark settings. */
            watermark_info?: components["schemas"]["KlingWatermarkInfo"];
        } & (unknown & unknown & unknown & unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-v3-omni";
        });
        /** @description A clip that the video refers to or edits. */
        KlingVideoListItem: {
            /** @description Address of the clip: MP4 or MOV, at least 3 s, 720 to 2160 pixels a side, 24 to 60 frames a second, at most 200 MB. */
            video_url: string;
            /**
             * @description `feature` borrows style and motion from the clip; `base` edits the clip itself, keeps its length and allows no first or end frame.
             * @enum {string}
             */
            refer_type?: "feature" | "base";
            /**
             * @description Whether to keep the sound of the clip.
             * @enum {string}
             */
            keep_original_sound?: "yes" | "no";
        };
        /** @description Request body of kling-video-o1: text, images, first and last frame, or a clip to video. */
        KlingVideoO1CreateRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-video-o1";
            /** @description What the video shows. Refer to inputs as `<<<image_1>>>` or `<<<video_1>>>`. */
            prompt: string;
            /** @description Pictures that the video starts with, ends with or refers to; at most 4 together with a clip. */
            image_list?: components["schemas"]["KlingImageList"];
            /** @description A clip that the video refers to or edits. */
            video_list?: components["schemas"]["KlingVideoListItem"][];
            /**
             * @description Length in seconds, as a string.
             * @default 5
             */
            seconds?: components["schemas"]["KlingSeconds"];
            /**
             * @description Width and height in pixels.
             * @default 1920x1080
             * @enum {string}
             */
            size?: "1920x1080" | "1080x1920" | "1280x720" | "720x1280" | "1080x1080" | "720x720";
            /**
             * @description Quality tier: `std` makes 720p, `pro` makes 1080p.
             * @default std
             */
            mode?: components["schemas"]["KlingMode"];
        } & (unknown & unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-video-o1";
        });
        /** @description A new kling-video-o1 task. */
        KlingVideoO1CreateResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: components["schemas"]["VideoTaskObject"];
            /**
             * @description Model of the task.
             * @constant
             */
            model: "kling-video-o1";
            /** @description Quality tier. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description State of a kling-video-o1 task, with the result once it is completed. */
        KlingVideoO1StatusResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: components["schemas"]["VideoTaskObject"];
            /**
             * @description Model of the task.
             * @constant
             */
            model: "kling-video-o1";
            /** @description Quality tier. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description When the task ended, with success or not, in Unix seconds; 0 or absent before. */
            completed_at?: components["schemas"]["VideoTaskCompletedAt"];
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description What a completed task made. */
            task_result?: components["schemas"]["VideoTaskResult"];
            /** @description Why a task failed. */
            error?: components["schemas"]["VideoTaskError"];
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description Watermark settings. */
        KlingWatermarkInfo: {
            /** @description Whether to also make a watermarked video. */
            enabled?: boolean;
        };
        /** @description Request body of sora-2: text to video, or image to video with `input_reference`. */
        Sora2CreateRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "sora-2";
            /** @description What the video shows. */
            prompt: components["schemas"]["VideoPrompt"];
            /**
             * @description Picture to start from: its address or a `data:` URI. A string, not an upload as at OpenAI.
             * @example https://aitoken-public.qnaigc.com/example/generate-video/running-man.jpg
             */
            input_reference?: string;
            /**
             * @description Length in seconds, as a string.
             * @default 4
             * @enum {string}
             */
            seconds?: "4" | "8" | "12";
            /**
             * @description Width and height in pixels.
             * @default 1280x720
             * @enum {string}
             */
            size?: "720x1280" | "1280x720";
        };
        /** @description Request body of sora-2-pro: text to video, or image to video with `input_reference`. */
        Sora2ProCreateRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "sora-2-pro";
            /** @description What the video shows. */
            prompt: components["schemas"]["VideoPrompt"];
            /**
             * @description Picture to start from: its address or a `data:` URI. A string, not an upload as at OpenAI.
             * @example https://aitoken-public.qnaigc.com/example/generate-video/running-man.jpg
             */
            input_reference?: string;
            /**
             * @description Length in seconds, as a string.
             * @default 4
             * @enum {string}
             */
            seconds?: "4" | "8" | "12";
            /**
             * @description Width and height in pixels.
             * @default 1280x720
             * @enum {string}
             */
            size?: "1280x720" | "1024x1792" | "1792x1024";
        };
        /** @description A new task of sora-2, sora-2-pro, kling-v3, kling-v3-omni or a model without an answer of its own, or a new remix. */
        VideoCreateResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: components["schemas"]["VideoTaskObject"];
            /** @description Model of the task; the listed ones have no answer of their own. */
            model: components["schemas"]["VideoTaskModel"];
            /** @description Quality tier; Kling models only. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description Id of the source task, if this one is a remix. */
            remixed_from_video_id?: string;
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description What the video shows. */
        VideoPrompt: string;
        /** @description Request body of a remix. Model, length and size are those of the source video. */
        VideoRemixRequest: {
            /** @description What the video shows. Say what should change in the source. */
            prompt: string;
        };
        /** @description State of a task of sora-2, sora-2-pro, kling-v3, kling-v3-omni or a model without an answer of its own, with the result once it is completed. */
        VideoStatusResponse: {
            /** @description Id of the task, to query it with. */
            id: components["schemas"]["VideoTaskId"];
            /** @description Kind of the object. */
            object: components["schemas"]["VideoTaskObject"];
            /** @description Model of the task; the listed ones have no answer of their own. */
            model: components["schemas"]["VideoTaskModel"];
            /** @description Quality tier; Kling models only. */
            mode?: components["schemas"]["VideoTaskMode"];
            /** @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only. */
            status: components["schemas"]["VideoTaskStatus"];
            /** @description How much is done, in percent. */
            progress?: number;
            /** @description When the task was created, in Unix seconds. */
            created_at: components["schemas"]["VideoTaskCreatedAt"];
            /** @description When the task last changed, in Unix seconds. */
            updated_at: components["schemas"]["VideoTaskUpdatedAt"];
            /** @description When the task ended, with success or not, in Unix seconds; 0 or absent before. */
            completed_at?: components["schemas"]["VideoTaskCompletedAt"];
            /**
             * Format: int64
             * @description When the result goes away, in Unix seconds.
             */
            expires_at?: number;
            /** @description Length in seconds, as a string. */
            seconds?: components["schemas"]["VideoTaskSeconds"];
            /** @description Width and height in pixels, where given or known. */
            size?: components["schemas"]["VideoTaskSize"];
            /** @description Id of the source task, if this one is a remix. */
            remixed_from_video_id?: string;
            /** @description What a completed task made. */
            task_result?: components["schemas"]["VideoTaskResult"];
            /** @description Why a task failed. */
            error?: components["schemas"]["VideoTaskError"];
            /** @description Label of the kind of job, in Chinese. Not documented. */
            job_type_description?: components["schemas"]["VideoTaskJobTypeDescription"];
            /** @description Label of how the job is billed, in Chinese. Not documented. */
            billing_type_description?: components["schemas"]["VideoTaskBillingTypeDescription"];
        };
        /** @description Label of how the job is billed, in Chinese. Not documented. */
        VideoTaskBillingTypeDescription: string;
        /**
         * Format: int64
         * @description When the task ended, with success or not, in Unix seconds; 0 or absent before.
         */
        VideoTaskCompletedAt: number;
        /**
         * Format: int64
         * @description When the task was created, in Unix seconds.
         */
        VideoTaskCreatedAt: number;
        /** @description Why a task failed. */
        VideoTaskError: {
            /** @description Short code of the failure. */
            code: ("moderation_blocked" | "generation_failed") | (string & {});
            /** @description What went wrong, for a person. */
            message: string;
        };
        /**
         * @description Id of the task, to query it with.
         * @example qvideo-user123-1766391125174150336
         */
        VideoTaskId: string;
        /** @description Label of the kind of job, in Chinese. Not documented. */
        VideoTaskJobTypeDescription: string;
        /** @description Quality tier. */
        VideoTaskMode: ("std" | "pro") | (string & {});
        /** @description Model of the task; the listed ones have no answer of their own. */
        VideoTaskModel: ("sora-2" | "sora-2-pro" | "kling-v3" | "kling-v3-omni") | (string & {});
        /**
         * @description Kind of the object.
         * @constant
         */
        VideoTaskObject: "video";
        /** @description What a completed task made. */
        VideoTaskResult: {
            /** @description The finished videos. */
            videos: components["schemas"]["VideoTaskVideo"][];
        };
        /**
         * @description Length in seconds, as a string.
         * @example 5
         */
        VideoTaskSeconds: string;
        /**
         * @description Width and height in pixels, where given or known.
         * @example 1280x720
         */
        VideoTaskSize: string;
        /**
         * @description State of a video task. `completed`, `failed` and `cancelled` are final. Sora tasks show `queued`, `in_progress`, `completed` and `failed` only.
         * @enum {string}
         */
        VideoTaskStatus: "initializing" | "queued" | "in_progress" | "downloading" | "uploading" | "completed" | "failed" | "cancelled";
        /**
         * Format: int64
         * @description When the task last changed, in Unix seconds.
         */
        VideoTaskUpdatedAt: number;
        /** @description One finished video. */
        VideoTaskVideo: {
            /**
             * @description Id of the video.
             * @example qvideo-user123-1766453713089395279-1
             */
            id: string;
            /**
             * Format: uri
             * @description Signed download address. Its `e` parameter is the Unix second at which it expires.
             */
            url: string;
            /**
             * @description Real length in seconds, as a string.
             * @example 5.0
             * @example 4
             */
            duration?: string;
        };
        /** @description A Veo job to start. */
        CreateVideoGenerationRequest: {
            /**
             * @description Veo model that makes the video. Veo 2 and Veo 3 models differ in what they accept, see the single fields.
             * @example veo-3.0-generate-preview
             */
            model: ("veo-2.0-generate-001" | "veo-2.0-generate-exp" | "veo-2.0-generate-preview" | "veo-3.0-generate-preview" | "veo-3.0-fast-generate-preview" | "veo-3.0-generate-001" | "veo-3.0-fast-generate-001" | "veo-3.1-generate-preview" | "veo-3.1-fast-generate-preview" | "veo-3.1-generate-001" | "veo-3.1-fast-generate-001") | (string & {});
            /** @description What the video is made from. Exactly one element. */
            instances: components["schemas"]["Instance"][];
            /** @description Settings of a Veo job. */
            parameters?: components["schemas"]["Parameters"];
            /**
             * Format: uri
             * @description Address that gets the finished job, in the form in which the query answers it, by POST.
             */
            callback_url?: string;
        } & (unknown & unknown & unknown);
        /** @description A Veo job that was accepted. */
        CreateVideoGenerationResponse: {
            /**
             * @description Id of the job, to query it with.
             * @example chatvideo-1709712000000000000-uid123
             */
            id: string;
        };
        /** @description A picture, as Base64 data or by its address. */
        ImageInput: {
            /** @description The picture in Base64, without a `data:` prefix. At most 10 MB. */
            bytesBase64Encoded: string;
            /** @description Media type of the picture. */
            mimeType?: components["schemas"]["VeoImageMimeType"];
        } | {
            /**
             * @description Address of the picture, for instance an https link.
             * @example https://example.com/ref1.jpg
             */
            uri: string;
            /** @description Media type of the picture. */
            mimeType?: components["schemas"]["VeoImageMimeType"];
        };
        /** @description Input of a Veo job. A prompt alone is text-to-video; pictures or a video beside it set where the video starts, where it ends or what it resembles. */
        Instance: ({
            /**
             * @description What the video shows. Needed for text-to-video and with reference images.
             * @example A golden retriever running on a beach at sunset, cinematic lighting, slow motion
             */
            prompt?: string;
            /** @description First frame of the video. At most 10 MB. */
            image?: components["schemas"]["ImageInput"];
            /** @description Last frame of the video, beside `image`. At most 10 MB. */
            lastFrame?: components["schemas"]["LastFrameInput"];
            /** @description Video to extend or to change. At most 10 MB. */
            video?: components["schemas"]["VideoInput"];
            /** @description Pictures of what the video has to contain or resemble, up to three `asset` or one `style`, never both kinds. They need a prompt and `durationSeconds` 8, exclude `image`, `lastFrame` and `video`, and work with veo-2.0-generate-exp and veo-3.1-generate-preview only. */
            referenceImages?: components["schemas"]["ReferenceImage"][] & unknown;
        } & unknown) | {
            prompt: unknown;
        } | unknown | unknown;
        /** @description The picture that the video ends with, as Base64 data or by its address. */
        LastFrameInput: {
            /** @description The picture in Base64, without a `data:` prefix. At most 10 MB. */
            bytesBase64Encoded: string;
            /** @description Media type of the picture. */
            mimeType?: components["schemas"]["VeoImageMimeType"];
        } | {
            /**
             * @description Address of the picture, for instance an https link.
             * @example https://example.com/last.jpg
             */
            uri: string;
            /** @description Media type of the picture. */
            mimeType?: components["schemas"]["VeoImageMimeType"];
        };
        /** @description Settings of a Veo job. */
        Parameters: {
            /**
             * @description Shape of the video.
             * @enum {string}
             */
            aspectRatio?: "16:9" | "9:16";
            /**
             * Format: int64
             * @description Length in seconds. Veo 2 takes 5 to 8, Veo 3 takes 4, 6 or 8; with reference images it has to be 8.
             * @example 8
             */
            durationSeconds?: number;
            /**
             * @description How many videos to make.
             * @example 1
             */
            sampleCount?: number;
            /**
             * @description Seed of the random numbers, for similar results on similar input.
             * @example 42
             */
            seed?: number;
            /**
             * @description What the video must not show.
             * @example blurry, low quality
             */
            negativePrompt?: string;
            /**
             * @description Whether people may appear in the video, and then adults only.
             * @enum {string}
             */
            personGeneration?: "dont_allow" | "allow_adult";
            /**
             * @description Whether to make a sound track.
             * @default false
             */
            generateAudio?: boolean;
            /**
             * @description Height of the video. Veo 3 only.
             * @enum {string}
             */
            resolution?: "720p" | "1080p";
            /**
             * Format: int32
             * @description Frames per second.
             * @example 24
             */
            fps?: number;
            /**
             * @description Whether the prompt may be reworded for a better result.
             * @default false
             */
            enhancePrompt?: boolean;
            /** @description How hard the video is compressed. */
            compressionQuality?: ("high" | "medium" | "low" | "LOSSLESS" | "OPTIMIZED") | (string & {});
            /**
             * @description How an input picture of another shape is fitted, with bars or by cutting. Veo 3 image-to-video only.
             * @enum {string}
             */
            resizeMode?: "pad" | "crop";
        };
        /** @description A picture that the video refers to. */
        ReferenceImage: {
            /** @description The picture. */
            image: components["schemas"]["ImageInput"];
            /**
             * @description What the picture is for; `asset` is a thing or person to show, `style` a look to take over.
             * @enum {string}
             */
            referenceType?: "asset" | "style";
        };
        /**
         * @description Media type of the picture.
         * @example image/png
         */
        VeoImageMimeType: ("image/png" | "image/jpeg") | (string & {});
        /** @description What a Veo job has made. */
        VideoGenerationData: {
            /** @description The videos; empty until the job is done. */
            videos: components["schemas"]["VideoResult"][];
            /**
             * Format: int32
             * @description How many videos were withheld by the safety filter.
             * @example 0
             */
            raiMediaFilteredCount?: number;
            /** @description Why videos were withheld. */
            raiMediaFilteredReasons?: string[];
        };
        /** @description State of a Veo job, and its videos once it is done. */
        VideoGenerationJobInfo: {
            /**
             * @description Id of the job.
             * @example chatvideo-1709712000000000000-uid123
             */
            id: string;
            /**
             * @description Model of the job.
             * @example veo-3.0-generate-preview
             */
            model: string;
            /**
             * @description State of the job. `Completed` and `Failed` are final.
             * @enum {string}
             */
            status: "Initializing" | "Queued" | "Running" | "Uploading" | "Completed" | "Failed" | "Unknown";
            /** @description Words for the state, for a person. Of a failed job it is the reason; there is no error object. */
            message: string;
            /** @description What a Veo job has made. */
            data: components["schemas"]["VideoGenerationData"];
            /**
             * Format: date-time
             * @description When the job was accepted.
             * @example 2025-03-06T12:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the job last changed.
             * @example 2025-03-06T12:05:30Z
             */
            updated_at: string;
        };
        /** @description A video, as Base64 data or by its address. */
        VideoInput: {
            /** @description The video in Base64, without a `data:` prefix. At most 10 MB. */
            bytesBase64Encoded: string;
            /**
             * @description Media type of the video.
             * @example video/mp4
             */
            mimeType?: "video/mp4" | (string & {});
        } | {
            /**
             * @description Address of the video, for instance an https link.
             * @example https://example.com/source.mp4
             */
            uri: string;
            /**
             * @description Media type of the video.
             * @example video/mp4
             */
            mimeType?: "video/mp4" | (string & {});
        };
        /** @description One video of a Veo job. */
        VideoResult: {
            /**
             * @description Where to download the video. Good for 14 days.
             * @example https://cdn.example.com/videos/sample_0.mp4?token=xxx&e=1711904000
             */
            url: string;
            /**
             * @description Media type of the video.
             * @example video/mp4
             */
            mimeType: string;
        };
        /** @description Where a sound is. */
        AudioUrlObject: {
            /**
             * @description Web address, `data:audio/<format>;base64,` data, or asset (`qasset://<id>`; at the vendor `asset://<id>`).
             * @example https://example.com/ref.mp3
             */
            url: string;
        };
        /** @description One piece of input of a Seedance job; `type` says which. */
        ContentItem: {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "text";
            /**
             * @description What the video shows.
             * @example City street at sunset, cinematic shot slowly pushing forward
             */
            text: string;
        } | {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "image_url";
            /** @description Where a picture is. */
            image_url: components["schemas"]["ImageUrlObject"];
            /**
             * @description What the picture is for. A single picture without a role is the first frame.
             * @enum {string}
             */
            role?: "first_frame" | "last_frame" | "reference_image";
        } | {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "video_url";
            /** @description Where a video is. */
            video_url: components["schemas"]["VideoUrlObject"];
            /**
             * @description What the video is for.
             * @enum {string}
             */
            role?: "reference_video";
        } | {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "audio_url";
            /** @description Where a sound is. */
            audio_url: components["schemas"]["AudioUrlObject"];
            /**
             * @description What the sound is for.
             * @enum {string}
             */
            role?: "reference_audio";
        } | {
            /**
             * @description Kind of the item.
             * @constant
             */
            type: "draft_task";
            /** @description An earlier preview job. */
            draft_task: components["schemas"]["DraftTaskObject"];
        };
        /** @description A Seedance job to start. */
        CreateVideoTaskRequest: {
            /**
             * @description Seedance model that makes the video, with its `bytedance/` prefix.
             * @example bytedance/doubao-seedance-2-0-260128
             * @enum {string}
             */
            model: "bytedance/doubao-seedance-2-0-260128" | "bytedance/doubao-seedance-2-0-fast-260128" | "bytedance/doubao-seedance-2-0-mini-260615" | "bytedance/doubao-seedance-2-5-260628";
            /** @description What the video is made from: a text, and beside it a first frame, a first and a last frame, or references. These three cannot be mixed. Seedance 2.0 takes up to 9 pictures, 3 videos and 3 sounds as references, and no sound alone. */
            content: components["schemas"]["ContentItem"][];
            /**
             * @description Height of the video. The fast and mini models and 2.5 take 480p and 720p, only 2.0 takes 4k.
             * @default 720p
             * @enum {string}
             */
            resolution?: "480p" | "720p" | "1080p" | "4k";
            /**
             * @description Shape of the video; `adaptive` leaves it to the model and the input.
             * @default adaptive
             * @enum {string}
             */
            ratio?: "16:9" | "4:3" | "1:1" | "3:4" | "9:16" | "21:9" | "adaptive";
            /**
             * @description Length in seconds, or -1 to leave it to the model. Seedance 2.0 takes 4 to 15, 2.5 up to 30.
             * @default 5
             */
            duration?: number | -1;
            /**
             * @description Whether to make a sound track that fits the picture.
             * @default true
             */
            generate_audio?: boolean;
            /**
             * Format: uri
             * @description Address that gets the job by POST at every change of its state, in the form in which the query answers it.
             */
            callback_url?: string;
            /**
             * @description Format of the video. Seedance 2.5 only.
             * @enum {string}
             */
            output_format?: "mp4" | "mov";
            /**
             * @description Whether to hand out the last frame as a picture too, for instance to start the next video from it.
             * @default false
             */
            return_last_frame?: boolean;
            /** @description Tools that the model may use. */
            tools?: components["schemas"]["ToolItem"][];
            /** @description Seed of the random numbers, -1 for any. According to the vendor Seedance 1.5 pro only. */
            seed?: number;
            /**
             * @description Whether the video carries a watermark.
             * @default false
             */
            watermark?: boolean;
            /**
             * @description Whether the camera stands still. Not for Seedance 2.0.
             * @default false
             */
            camera_fixed?: boolean;
            /**
             * @description Class of service; `flex` is slower and cheaper, and not offered for Seedance 2.0.
             * @enum {string}
             */
            service_tier?: "default" | "flex";
            /**
             * @description Seconds from the creation after which an unfinished job ends as `expired`.
             * @default 172800
             */
            execution_expires_after?: number;
            /**
             * @description Whether to make a cheap preview only. Seedance 1.5 pro only.
             * @default false
             */
            draft?: boolean;
            /** @description Length in frames instead of `duration`, of the form 25 + 4n. Not for Seedance 2.0. */
            frames?: number;
            /**
             * @description Place in the queue; a higher number goes first.
             * @default 0
             */
            priority?: number;
            /** @description Your stable id of the end user, best hashed, so that misuse can be traced. */
            safety_identifier?: string;
        } & (unknown & unknown & unknown);
        /** @description A Seedance job that was accepted. */
        CreateVideoTaskResponse: {
            /**
             * @description Id of the job, to query it with.
             * @example qvideo-xxxxxxxxxxxxxxxx
             */
            id: string;
        };
        /** @description An earlier preview job. */
        DraftTaskObject: {
            /** @description Id of the job that was created with `draft`. */
            id: string;
        };
        /** @description State of a Seedance job, and its video once it is done. */
        GetVideoTaskResponse: {
            /**
             * @description Id of the job.
             * @example qvideo-xxxxxxxxxxxxxxxx
             */
            id: string;
            /**
             * @description Model of the job.
             * @example bytedance/doubao-seedance-2-0-260128
             */
            model: string;
            /**
             * @description State of the job. All but `queued` and `running` are final.
             * @enum {string}
             */
            status: "queued" | "running" | "succeeded" | "failed" | "expired" | "cancelled";
            /** @description Why the job failed; null otherwise. */
            error?: {
                /** @description Code of the failure. */
                code: string;
                /** @description What went wrong, for a person. */
                message: string;
            } | null;
            /**
             * @description When the job was accepted, in Unix seconds.
             * @example 1712505600
             */
            created_at: number;
            /**
             * @description When the job last changed its state, in Unix seconds.
             * @example 1712505900
             */
            updated_at: number;
            /** @description What the job has made; absent, empty or null until then. */
            content?: components["schemas"]["VideoTaskOutputContent"] | null;
            /**
             * @description Seed that was used.
             * @example 12345
             */
            seed?: number;
            /**
             * @description Height of the video.
             * @example 720p
             */
            resolution?: string;
            /**
             * @description Shape of the video.
             * @example 16:9
             */
            ratio?: string;
            /**
             * @description Length in whole seconds, rounded down. Not there when the job asked for `frames`; -1 may stand for a choice that the model has not made yet.
             * @example 5
             */
            duration?: number;
            /** @description Length in frames, when the job asked for `frames`. */
            frames?: number;
            /**
             * @description Frames per second of the video.
             * @example 24
             */
            framespersecond?: number;
            /** @description Whether the video has a sound track. */
            generate_audio?: boolean;
            /** @description Tools that were really used; absent if none. */
            tools?: components["schemas"]["ToolItem"][];
            /** @description The end user's id as the request gave it. */
            safety_identifier?: string;
            /** @description Whether the video is a preview. Seedance 1.5 pro only. */
            draft?: boolean;
            /** @description Id of the preview that this video was made from. */
            draft_task_id?: string;
            /**
             * @description Class of service that the job ran in.
             * @example default
             */
            service_tier?: string;
            /**
             * @description Seconds from the creation after which the unfinished job ends as `expired`.
             * @example 172800
             */
            execution_expires_after?: number;
            /** @description Tokens that a Seedance job has cost. */
            usage?: components["schemas"]["VideoTaskUsage"];
        };
        /** @description Where a picture is. */
        ImageUrlObject: {
            /**
             * @description Web address, `data:image/<format>;base64,` data, or asset (`qasset://<id>`; at the vendor `asset://<id>`).
             * @example https://example.com/first.png
             */
            url: string;
        };
        /** @description A tool of a Seedance job. */
        ToolItem: {
            /**
             * @description Kind of the tool; `web_search` lets the model look things up.
             * @example web_search
             */
            type: "web_search" | (string & {});
        };
        /** @description What a Seedance job has made. */
        VideoTaskOutputContent: {
            /**
             * @description Where to download the video. The vendor keeps it for 24 hours, so save it soon.
             * @example https://example.com/generated_video.mp4
             */
            video_url?: string;
            /**
             * @description Where to download the last frame, a PNG, if the job asked for it with `return_last_frame`.
             * @example https://example.com/last.png
             */
            last_frame_url?: string;
        };
        /** @description How often tools were used. */
        VideoTaskToolUsageItem: {
            /** @description Number of web searches. */
            web_search?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description Tokens that a Seedance job has cost. */
        VideoTaskUsage: {
            /**
             * @description Tokens of the video.
             * @example 108900
             */
            completion_tokens: number;
            /**
             * @description All tokens; the same number, since input is not counted.
             * @example 108900
             */
            total_tokens: number;
            /** @description How often tools were used. */
            tool_usage?: components["schemas"]["VideoTaskToolUsageItem"];
        };
        /** @description Where a video is. */
        VideoUrlObject: {
            /**
             * @description Web address or asset (`qasset://<id>`; at the vendor `asset://<id>`). No Base64 data.
             * @example https://example.com/ref.mp4
             */
            url: string;
        };
        /** @description The chat request as the page of gemini-2.5-flash-image has it: a picture from a prompt, a picture from pictures, or a talk without any. */
        Gemini25FlashImageChatCompletionRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "gemini-2.5-flash-image";
            /** @description The conversation so far. */
            messages: components["schemas"]["ChatMessage"][];
            /**
             * @description Send the answer as server-sent events. One JSON answer is the better choice for pictures.
             * @example false
             */
            stream?: boolean;
            /** @description Shape and size of a picture by gemini-2.5-flash-image. */
            image_config?: components["schemas"]["Gemini25FlashImageConfig"];
            /** @description How freely to sample; higher values vary more. */
            temperature?: number;
            /** @description Share of the probability mass to sample from. */
            top_p?: number;
            /** @description How many candidates to sample from. */
            top_k?: number;
            /** @description Most tokens that the answer may have. */
            max_tokens?: number;
            /** @description Functions that the model may call, in a talk without pictures. */
            tools?: components["schemas"]["ToolObject"][];
        };
        /** @description Shape and size of a picture by gemini-2.5-flash-image. */
        Gemini25FlashImageConfig: {
            /**
             * @description Width to height of the picture.
             * @example 16:9
             * @enum {string}
             */
            aspect_ratio?: "1:1" | "2:3" | "3:2" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9";
            /**
             * @description Size class; this model has only one.
             * @enum {string}
             */
            image_size?: "1K";
        };
        /** @description A picture from a prompt and one or several pictures with gemini-2.5-flash-image. */
        Gemini25FlashImageEditRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "gemini-2.5-flash-image";
            /** @description One picture or a list of them, each an address, a data URL or plain base64. A mask is sent as the second picture and explained in the prompt. */
            image: components["schemas"]["GeminiImageSource"];
            /**
             * @description What to change.
             * @example Turn this picture into an oil painting
             */
            prompt: string;
            /** @description Shape and size of a picture by gemini-2.5-flash-image. */
            image_config?: components["schemas"]["Gemini25FlashImageConfig"];
            /** @description How freely to sample; higher values vary more. */
            temperature?: components["schemas"]["GeminiImageTemperature"];
            /** @description Share of the probability mass to sample from. */
            top_p?: components["schemas"]["GeminiImageTopP"];
            /** @description How many pictures to make. */
            n?: components["schemas"]["GeminiImageCount"];
        };
        /** @description A picture from a prompt with gemini-2.5-flash-image. */
        Gemini25FlashImageGenerationRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "gemini-2.5-flash-image";
            /**
             * @description What the picture should show.
             * @example A ginger cat on a windowsill at sunset, photo style
             */
            prompt: string;
            /** @description Shape and size of a picture by gemini-2.5-flash-image. */
            image_config?: components["schemas"]["Gemini25FlashImageConfig"];
            /** @description How freely to sample; higher values vary more. */
            temperature?: components["schemas"]["GeminiImageTemperature"];
            /** @description Share of the probability mass to sample from. */
            top_p?: components["schemas"]["GeminiImageTopP"];
            /** @description How many pictures to make. */
            n?: components["schemas"]["GeminiImageCount"];
        };
        /** @description The chat request as the page of gemini-3.0-pro-image-preview has it: a picture from a prompt, a picture from pictures, or a talk without any. */
        Gemini30ProImageChatCompletionRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "gemini-3.0-pro-image-preview";
            /** @description The conversation so far. */
            messages: components["schemas"]["ChatMessage"][];
            /**
             * @description Send the answer as server-sent events. One JSON answer is the better choice for pictures.
             * @example false
             */
            stream?: boolean;
            /** @description Shape and size of a picture by gemini-3.0-pro-image-preview. */
            image_config?: components["schemas"]["Gemini30ProImageConfig"];
            /** @description How freely to sample; higher values vary more. */
            temperature?: number;
            /** @description Share of the probability mass to sample from. */
            top_p?: number;
            /** @description How many candidates to sample from. */
            top_k?: number;
            /** @description Most tokens that the answer may have. */
            max_tokens?: number;
            /** @description Functions that the model may call, in a talk without pictures. */
            tools?: components["schemas"]["ToolObject"][];
        };
        /** @description Shape and size of a picture by gemini-3.0-pro-image-preview. */
        Gemini30ProImageConfig: {
            /**
             * @description Width to height of the picture.
             * @example 16:9
             * @enum {string}
             */
            aspect_ratio?: "1:1" | "2:3" | "3:2" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9";
            /**
             * @description Size class of the picture.
             * @example 4K
             * @enum {string}
             */
            image_size?: "1K" | "2K" | "4K";
        };
        /** @description A picture from a prompt and one or several pictures with gemini-3.0-pro-image-preview. */
        Gemini30ProImageEditRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "gemini-3.0-pro-image-preview";
            /** @description One picture or a list of them, each an address, a data URL or plain base64. A mask is sent as the second picture and explained in the prompt. */
            image: components["schemas"]["GeminiImageSource"];
            /**
             * @description What to change.
             * @example Turn this picture into an oil painting
             */
            prompt: string;
            /** @description Shape and size of a picture by gemini-3.0-pro-image-preview. */
            image_config?: components["schemas"]["Gemini30ProImageConfig"];
            /** @description How freely to sample; higher values vary more. */
            temperature?: components["schemas"]["GeminiImageTemperature"];
            /** @description Share of the probability mass to sample from. */
            top_p?: components["schemas"]["GeminiImageTopP"];
            /** @description How many pictures to make. */
            n?: components["schemas"]["GeminiImageCount"];
        };
        /** @description A picture from a prompt with gemini-3.0-pro-image-preview. */
        Gemini30ProImageGenerationRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "gemini-3.0-pro-image-preview";
            /**
             * @description What the picture should show.
             * @example A ginger cat on a windowsill at sunset, photo style
             */
            prompt: string;
            /** @description Shape and size of a picture by gemini-3.0-pro-image-preview. */
            image_config?: components["schemas"]["Gemini30ProImageConfig"];
            /** @description How freely to sample; higher values vary more. */
            temperature?: components["schemas"]["GeminiImageTemperature"];
            /** @description Share of the probability mass to sample from. */
            top_p?: components["schemas"]["GeminiImageTopP"];
            /** @description How many pictures to make. */
            n?: components["schemas"]["GeminiImageCount"];
        };
        /** @description The chat request as the page of gemini-3.1-flash-image-preview has it: a picture from a prompt, a picture from pictures, or a talk without any. */
        Gemini31FlashImageChatCompletionRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "gemini-3.1-flash-image-preview";
            /** @description The conversation so far. */
            messages: components["schemas"]["ChatMessage"][];
            /**
             * @description Send the answer as server-sent events. One JSON answer is the better choice for pictures.
             * @example false
             */
            stream?: boolean;
            /** @description Shape and size of a picture by gemini-3.1-flash-image-preview. */
            image_config?: components["schemas"]["Gemini31FlashImageConfig"];
            /** @description How freely to sample; higher values vary more. */
            temperature?: number;
            /** @description Share of the probability mass to sample from. */
            top_p?: number;
            /** @description How many candidates to sample from. */
            top_k?: number;
            /** @description Most tokens that the answer may have. */
            max_tokens?: number;
            /** @description Functions that the model may call, in a talk without pictures. */
            tools?: components["schemas"]["ToolObject"][];
        };
        /** @description Shape and size of a picture by gemini-3.1-flash-image-preview. */
        Gemini31FlashImageConfig: {
            /**
             * @description Width to height of the picture.
             * @example 9:16
             */
            aspect_ratio?: ("1:1" | "2:3" | "3:2" | "3:4" | "4:3" | "4:5" | "5:4" | "9:16" | "16:9" | "21:9") | (string & {});
            /**
             * @description Size class of the picture.
             * @example 2K
             */
            image_size?: ("512" | "1K" | "2K" | "4K") | (string & {});
        };
        /** @description A picture from a prompt and one or several pictures with gemini-3.1-flash-image-preview. */
        Gemini31FlashImageEditRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "gemini-3.1-flash-image-preview";
            /** @description One picture or a list of them, each an address, a data URL or plain base64. A mask is sent as the second picture and explained in the prompt. */
            image: components["schemas"]["GeminiImageSource"];
            /**
             * @description What to change.
             * @example Turn this picture into an oil painting
             */
            prompt: string;
            /** @description Shape and size of a picture by gemini-3.1-flash-image-preview. */
            image_config?: components["schemas"]["Gemini31FlashImageConfig"];
            /** @description How freely to sample; higher values vary more. */
            temperature?: components["schemas"]["GeminiImageTemperature"];
            /** @description Share of the probability mass to sample from. */
            top_p?: components["schemas"]["GeminiImageTopP"];
            /** @description How many pictures to make. */
            n?: components["schemas"]["GeminiImageCount"];
        };
        /** @description A picture from a prompt with gemini-3.1-flash-image-preview. */
        Gemini31FlashImageGenerationRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "gemini-3.1-flash-image-preview";
            /**
             * @description What the picture should show.
             * @example A ginger cat on a windowsill at sunset, photo style
             */
            prompt: string;
            /** @description Shape and size of a picture by gemini-3.1-flash-image-preview. */
            image_config?: components["schemas"]["Gemini31FlashImageConfig"];
            /** @description How freely to sample; higher values vary more. */
            temperature?: components["schemas"]["GeminiImageTemperature"];
            /** @description Share of the probability mass to sample from. */
            top_p?: components["schemas"]["GeminiImageTopP"];
            /** @description How many pictures to make. */
            n?: components["schemas"]["GeminiImageCount"];
        };
        /**
         * @description How many pictures to make.
         * @example 1
         */
        GeminiImageCount: number;
        /** @description One picture or a list of them, each an address, a data URL or plain base64. A mask is sent as the second picture and explained in the prompt. */
        GeminiImageSource: string | string[];
        /**
         * @description How freely to sample; higher values vary more.
         * @example 0.8
         */
        GeminiImageTemperature: number;
        /**
         * @description Share of the probability mass to sample from.
         * @example 0.95
         */
        GeminiImageTopP: number;
        /** @description The pictures of a Gemini model, which come with the answer and need no task. */
        ImageGenerationResponse: {
            /**
             * @description When the pictures were made, in Unix seconds.
             * @example 1234567890
             */
            created: number;
            /** @description The pictures. */
            data: {
                /** @description The picture as base64, without a data URL prefix. */
                b64_json: string;
                /**
                 * Format: uri
                 * @description Address of the picture; the Gemini models never send it.
                 */
                url?: string;
                /** @description Position of the picture, from 0. */
                index?: number;
            }[];
            /**
             * @description File type of the pictures.
             * @example png
             */
            output_format?: ("png" | "jpeg") | (string & {});
            /** @description What the call has cost in tokens. */
            usage?: {
                /**
                 * @description Input and output together.
                 * @example 4234
                 */
                total_tokens: number;
                /**
                 * @description Tokens of the prompt and of the pictures sent along.
                 * @example 234
                 */
                input_tokens: number;
                /**
                 * @description Tokens of the pictures made.
                 * @example 4000
                 */
                output_tokens: number;
                /** @description The input by kind. */
                input_tokens_details?: {
                    /**
                     * @description Tokens of the prompt.
                     * @example 234
                     */
                    text_tokens?: number;
                    /**
                     * @description Tokens of the pictures sent along.
                     * @example 0
                     */
                    image_tokens?: number;
                };
            };
        };
        /**
         * @description Width to height of the picture.
         * @default 16:9
         * @enum {string}
         */
        KlingImageAspectRatio: "16:9" | "9:16" | "1:1" | "4:3" | "3:4" | "3:2" | "2:3" | "21:9";
        /**
         * @description How many pictures to make.
         * @default 1
         * @example 3
         */
        KlingImageCount: number;
        /**
         * @description What the picture should show.
         * @example A ginger cat on a windowsill at sunset, photo style
         */
        KlingImagePrompt: string;
        /**
         * @description Picture to start from, as an address or as base64; without it the picture is made from the prompt alone. Jpg, jpeg or png of at most 10 MB, sides of at least 300 px, ratio between 1:2.5 and 2.5:1.
         * @example https://aitoken-public.qnaigc.com/example/generate-video/running-man.jpg
         */
        KlingImageSource: string;
        /** @description Says that a picture task of a Kling model has been accepted. */
        KlingImageTaskResponse: {
            /**
             * @description Id of the task, for asking after its state.
             * @example image-1762159125266058362-1383010xxx
             */
            task_id: string;
        };
        /** @description State of a picture task of a Kling model and, once it has succeeded, its pictures. */
        KlingImageTaskStatusResponse: {
            /**
             * @description Id of the task.
             * @example image-1762159125266058362-1383010xxx
             */
            task_id: string;
            /**
             * @description When the task was created, in Unix seconds.
             * @example 1761793032
             */
            created?: number;
            /** @description State of the task; `succeed` and `failed` are final. Further values may come. */
            status: ("processing" | "succeed" | "failed") | (string & {});
            /**
             * @description The state in words, or why the task failed.
             * @example Success
             */
            status_message?: string;
            /** @description The pictures; there once the task has succeeded. */
            data?: {
                /**
                 * @description Position of the picture, from 0.
                 * @example 0
                 */
                index?: number;
                /**
                 * Format: uri
                 * @description Where to download the picture; valid for 7 days.
                 */
                url: string;
            }[];
            /**
             * @description How many pictures were made.
             * @example 1
             */
            quantity?: number;
            /** @description Why the task failed; not every failure has it. */
            error?: {
                /** @description Kind of failure. */
                code?: string;
                /** @description The failure in words. */
                message?: string;
            };
        };
        /** @description The pictures to combine. */
        KlingSubjectImageList: {
            /**
             * @description Address of the picture.
             * @example https://aitoken-public.qnaigc.com/example/generate-image/smile-woman.png
             */
            subject_image: string;
        }[];
        /** @description A picture from a prompt, or from a prompt and one picture, with kling-v1-5. */
        KlingV15CreateImageRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-v1-5";
            /** @description What the picture should show. */
            prompt: components["schemas"]["KlingImagePrompt"];
            /** @description Picture to start from, as an address or as base64; without it the picture is made from the prompt alone. Jpg, jpeg or png of at most 10 MB, sides of at least 300 px, ratio between 1:2.5 and 2.5:1. */
            image?: components["schemas"]["KlingImageSource"];
            /**
             * @description What to take from `image`: the traits of the figure (`subject`) or the likeness of the face (`face`, the picture must show exactly one). The upstream wants it whenever `image` is given.
             * @enum {string}
             */
            image_reference?: "subject" | "face";
            /**
             * @description How closely to follow `image`.
             * @default 0.5
             * @example 0.7
             */
            image_fidelity?: number;
            /**
             * @description How closely to follow the face in `image`; only with `image_reference` = `subject`.
             * @default 0.45
             * @example 0.6
             */
            human_fidelity?: number;
            /**
             * @description What the picture should not show. Not for use together with `image`.
             * @example blurry, low quality, distorted
             */
            negative_prompt?: string;
            /**
             * @description How many pictures to make.
             * @default 1
             */
            n?: components["schemas"]["KlingImageCount"];
            /**
             * @description Width to height of the picture.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["KlingImageAspectRatio"];
        } & (unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-v1-5";
        });
        /** @description A picture from a prompt, or from a prompt and one picture, with kling-v1. */
        KlingV1CreateImageRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-v1";
            /** @description What the picture should show. */
            prompt: components["schemas"]["KlingImagePrompt"];
            /** @description Picture to start from, as an address or as base64; without it the picture is made from the prompt alone. Jpg, jpeg or png of at most 10 MB, sides of at least 300 px, ratio between 1:2.5 and 2.5:1. */
            image?: components["schemas"]["KlingImageSource"];
            /**
             * @description How closely to follow `image`.
             * @example 1
             */
            image_fidelity?: number;
            /**
             * @description How closely to follow the face in `image`.
             * @example 1
             */
            human_fidelity?: number;
            /**
             * @description What the picture should not show. Not for use together with `image`.
             * @example blurry, low quality, distorted
             */
            negative_prompt?: string;
            /**
             * @description How many pictures to make.
             * @default 1
             */
            n?: components["schemas"]["KlingImageCount"];
            /**
             * @description Width to height of the picture.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["KlingImageAspectRatio"];
        } & (unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-v1";
        });
        /** @description A picture from a prompt, or from a prompt and one picture, with kling-v2-1. */
        KlingV21CreateImageRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-v2-1";
            /** @description What the picture should show. */
            prompt: components["schemas"]["KlingImagePrompt"];
            /** @description Picture to start from, as an address or as base64; without it the picture is made from the prompt alone. Jpg, jpeg or png of at most 10 MB, sides of at least 300 px, ratio between 1:2.5 and 2.5:1. */
            image?: components["schemas"]["KlingImageSource"];
            /**
             * @description What the picture should not show. The upstream refuses it next to `image`.
             * @example blurry, low quality, distorted
             */
            negative_prompt?: string;
            /**
             * @description How many pictures to make.
             * @default 1
             */
            n?: components["schemas"]["KlingImageCount"];
            /**
             * @description Width to height of the picture.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["KlingImageAspectRatio"];
        } & (unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-v2-1";
        });
        /** @description One picture out of several with kling-v2-1. */
        KlingV21EditImageRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "kling-v2-1";
            /**
             * @description Has to be there but may be empty; the pictures stand in `subject_image_list`.
             * @example
             */
            image: string;
            /**
             * @description What to make of the pictures.
             * @example Put both figures into one comic panel
             */
            prompt: string;
            /** @description The pictures to combine. */
            subject_image_list: components["schemas"]["KlingSubjectImageList"];
            /**
             * @description Address of a picture whose scene is used.
             * @example https://aitoken-public.qnaigc.com/example/generate-image/image-to-image-with-mask-1.jpg
             */
            scene_image?: string;
            /**
             * @description Address of a picture whose style is used.
             * @example https://aitoken-public.qnaigc.com/example/generate-image/smile-woman.png
             */
            style_image?: string;
            /**
             * @description How many pictures to make.
             * @default 1
             */
            n?: components["schemas"]["KlingImageCount"];
            /**
             * @description Width to height of the picture.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["KlingImageAspectRatio"];
        };
        /** @description A picture from a prompt, or from a prompt and one picture, with kling-v2. */
        KlingV2CreateImageRequest: {
            /**
             * @description Model to use.
             * @constant
             */
            model: "kling-v2";
            /** @description What the picture should show. */
            prompt: components["schemas"]["KlingImagePrompt"];
            /** @description Picture to start from, as an address or as base64; without it the picture is made from the prompt alone. Jpg, jpeg or png of at most 10 MB, sides of at least 300 px, ratio between 1:2.5 and 2.5:1. */
            image?: components["schemas"]["KlingImageSource"];
            /**
             * @description What the picture should not show. The upstream refuses it next to `image`.
             * @example blurry, low quality, distorted
             */
            negative_prompt?: string;
            /**
             * @description How many pictures to make.
             * @default 1
             */
            n?: components["schemas"]["KlingImageCount"];
            /**
             * @description Width to height of the picture.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["KlingImageAspectRatio"];
        } & (unknown & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            model: "kling-v2";
        });
        /** @description One picture out of several with kling-v2. */
        KlingV2EditImageRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "kling-v2";
            /**
             * @description Has to be there but may be empty; the pictures stand in `subject_image_list`.
             * @example
             */
            image: string;
            /**
             * @description What to make of the pictures.
             * @example Put both figures into one comic panel
             */
            prompt: string;
            /** @description The pictures to combine. */
            subject_image_list: components["schemas"]["KlingSubjectImageList"];
            /**
             * @description Address of a picture whose scene is used.
             * @example https://aitoken-public.qnaigc.com/example/generate-image/image-to-image-with-mask-1.jpg
             */
            scene_image?: string;
            /**
             * @description Address of a picture whose style is used.
             * @example https://aitoken-public.qnaigc.com/example/generate-image/smile-woman.png
             */
            style_image?: string;
            /**
             * @description How many pictures to make.
             * @default 1
             */
            n?: components["schemas"]["KlingImageCount"];
            /**
             * @description Width to height of the picture.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["KlingImageAspectRatio"];
        };
        /** @description A picture from a prompt and one picture with kling-v2-new, which makes none from a prompt alone. */
        KlingV2NewCreateImageRequest: {
            /**
             * @description Model to use. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            model: "kling-v2-new";
            /** @description What the picture should show. */
            prompt: components["schemas"]["KlingImagePrompt"];
            /**
             * @description Picture to start from, as an address or as base64. Jpg, jpeg or png of at most 10 MB, sides of at least 300 px, ratio between 1:2.5 and 2.5:1.
             * @example https://aitoken-public.qnaigc.com/example/generate-video/running-man.jpg
             */
            image: string;
            /**
             * @description What the picture should not show. The upstream refuses it next to `image`.
             * @example blurry, low quality, distorted
             */
            negative_prompt?: string;
            /**
             * @description How many pictures to make.
             * @default 1
             */
            n?: components["schemas"]["KlingImageCount"];
            /**
             * @description Width to height of the picture.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["KlingImageAspectRatio"];
        };
        /** @description Pictures from a text and up to ten reference pictures. The path names the model. */
        FalOmniImageRequest: {
            /**
             * @description What the picture should show. `<<<image_1>>>` stands for the first picture of `image_urls`, and so on.
             * @example A cute orange cat napping in the sun
             */
            prompt: string;
            /** @description Reference pictures. */
            image_urls?: string[];
            /**
             * @description Size class of the pictures.
             * @default 1K
             * @example 2K
             * @enum {string}
             */
            resolution?: "1K" | "2K" | "1k" | "2k";
            /**
             * @description How many pictures to make.
             * @default 1
             * @example 2
             */
            num_images?: number;
            /**
             * @description Width to height of the pictures.
             * @default auto
             * @example 16:9
             * @enum {string}
             */
            aspect_ratio?: "auto" | "16:9" | "9:16" | "1:1" | "4:3" | "3:4" | "3:2" | "2:3" | "21:9";
        };
        /** @description A file that a queue job has made. */
        File: {
            /**
             * Format: uri
             * @description Where to download the file.
             */
            url: string;
            /**
             * @description Media type of the file.
             * @example video/mp4
             */
            content_type?: string;
            /** @description Name of the file. */
            file_name?: string;
            /** @description Size in bytes. */
            file_size?: number;
            /** @description The file itself, where it comes with the answer. */
            file_data?: string;
        };
        /** @description State of a kling-image-o1 job, with its pictures once it ended well. */
        KlingImageQueueStatus: components["schemas"]["QueueStatus"] & {
            /** @description The pictures; absent until they are done and when the job failed. */
            result?: components["schemas"]["KlingImageResult"];
        };
        /** @description The pictures that a kling-image-o1 job made. */
        KlingImageResult: {
            /** @description The pictures, as many as `num_images` asked for. */
            images: components["schemas"]["File"][];
        };
        /** @description A job of the queue: its state, its addresses and, at the end, its result or failure. */
        QueueStatus: {
            /**
             * @description State of the job. A failed job is `COMPLETED` too: look for `detail`.
             * @example IN_QUEUE
             * @enum {string}
             */
            status: "IN_QUEUE" | "IN_PROGRESS" | "COMPLETED";
            /**
             * @description Id of the job: `qvideo-...` for videos, `qimage-...` for images.
             * @example qvideo-root-1770718628185826174
             */
            request_id: string;
            /**
             * Format: uri
             * @description Address of the result.
             * @example https://api.qnaigc.com/queue/fal-ai/vidu/requests/qvideo-root-1770718628185826174
             */
            response_url?: string;
            /**
             * Format: uri
             * @description Address of the state, to be asked again and again.
             * @example https://api.qnaigc.com/queue/fal-ai/vidu/requests/qvideo-root-1770718628185826174/status
             */
            status_url?: string;
            /**
             * @description Always empty: a job cannot be cancelled.
             * @example
             */
            cancel_url?: string;
            /**
             * @description Place in the queue.
             * @example 0
             */
            queue_position?: number;
            /** @description Log lines of the job, when the query asked for them. */
            logs?: ({
                /** @description Text of the line. */
                message?: string;
                /** @description Severity. */
                level?: ("STDERR" | "STDOUT" | "ERROR" | "INFO" | "WARN" | "DEBUG") | (string & {});
                /** @description Who wrote the line. */
                source?: "USER" | (string & {});
                /**
                 * Format: date-time
                 * @description When it was written.
                 * @example 2019-08-24T14:15:22.123Z
                 */
                timestamp?: string;
            } & {
                [key: string]: unknown;
            })[] | {
                [key: string]: unknown;
            };
            /** @description Timing of an ended job. */
            metrics?: {
                /**
                 * @description Time spent on the job. The unit is not documented.
                 * @example 2252
                 */
                inference_time?: number | null;
            } & {
                [key: string]: unknown;
            };
            /** @description Why the job failed; absent or null otherwise. */
            detail?: string | components["schemas"]["QueueErrorDetail"] | null;
            /** @description What the job made, once it ended well. */
            result?: {
                [key: string]: unknown;
            };
        };
        /** @description A Veo 3.1 job of the queue that fills in between two frames. */
        Veo31FirstLastFrameToVideoInput: {
            /** @description What the video shows. */
            prompt: string;
            /** @description Address of the first frame. */
            first_frame_url: string;
            /** @description Address of the last frame. */
            last_frame_url: string;
            /**
             * @description Shape of the video; `auto` follows the input.
             * @default auto
             */
            aspect_ratio?: ("auto" | "16:9" | "9:16") | (string & {});
            /**
             * @description Length of the video.
             * @default 8s
             * @enum {string}
             */
            duration?: "4s" | "6s" | "8s";
            /**
             * @description Height of the video.
             * @default 720p
             */
            resolution?: ("720p" | "1080p" | "4k") | (string & {});
            /**
             * @description Whether to make a sound track.
             * @default true
             */
            generate_audio?: boolean;
            /** @description What the video must not show. */
            negative_prompt?: string;
            /** @description Seed of the random numbers. */
            seed?: number;
            /** @description Whether a prompt that would be refused is reworded. */
            auto_fix?: boolean;
            /**
             * @description How much the safety filter lets pass, from 1 (least) to 6 (most).
             * @default 4
             * @enum {string}
             */
            safety_tolerance?: "1" | "2" | "3" | "4" | "5" | "6";
        };
        /** @description A Veo 3.1 job of the queue that starts from a picture. */
        Veo31ImageToVideoInput: {
            /** @description What the video shows. */
            prompt: string;
            /** @description Address of the picture, at best 720p or more and 16:9 or 9:16, else it is cut; at most 8 MB. */
            image_url: string;
            /**
             * @description Shape of the video; `auto` follows the input.
             * @default auto
             */
            aspect_ratio?: ("auto" | "16:9" | "9:16") | (string & {});
            /**
             * @description Length of the video.
             * @default 8s
             * @enum {string}
             */
            duration?: "4s" | "6s" | "8s";
            /**
             * @description Height of the video.
             * @default 720p
             */
            resolution?: ("720p" | "1080p" | "4k") | (string & {});
            /**
             * @description Whether to make a sound track.
             * @default true
             */
            generate_audio?: boolean;
            /** @description What the video must not show. */
            negative_prompt?: string;
            /** @description Seed of the random numbers. */
            seed?: number;
            /** @description Whether a prompt that would be refused is reworded. */
            auto_fix?: boolean;
            /**
             * @description How much the safety filter lets pass, from 1 (least) to 6 (most).
             * @default 4
             * @enum {string}
             */
            safety_tolerance?: "1" | "2" | "3" | "4" | "5" | "6";
        };
        /** @description What a Veo 3.1 job of the queue has made. */
        Veo31ImageToVideoOutput: {
            /** @description A file that a queue job has made. */
            video: components["schemas"]["File"];
        };
        /**
         * @description Width to height of the video.
         * @default 16:9
         * @enum {string}
         */
        ViduAspectRatio: "16:9" | "9:16" | "3:4" | "4:3" | "1:1";
        /**
         * @description Make the video with sound; false gives a silent one.
         * @default true
         */
        ViduAudio: boolean;
        /**
         * @description Add background music that fits.
         * @default false
         */
        ViduBgm: boolean;
        /**
         * @description Length of the video in seconds.
         * @default 5
         */
        ViduDurationUpTo10: number;
        /**
         * @description Length of the video in seconds.
         * @default 5
         */
        ViduDurationUpTo16: number;
        /**
         * @description Last frame, of about the size of the first. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB.
         * @example https://v3.fal.media/files/kangaroo/CASBu_OmOnZ8IafirarFL_last_frame_q1.png
         */
        ViduEndImageUrl: string & unknown;
        /**
         * @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB.
         * @example https://aitoken-public.qnaigc.com/example/generate-video/running-man.jpg
         */
        ViduImageUrl: string & unknown;
        /** @description What should happen in the video. */
        ViduMotionPrompt: string;
        /**
         * @description How strongly things move in the frame.
         * @default auto
         * @enum {string}
         */
        ViduMovementAmplitude: "auto" | "small" | "medium" | "large";
        /**
         * @description How strongly things move in the frame. The vendor says that q3 models do not heed it.
         * @default auto
         * @enum {string}
         */
        ViduMovementAmplitudeUnheeded: "auto" | "small" | "medium" | "large";
        /**
         * @description What the video should show.
         * @example A cute orange cat chasing butterflies in the sunlight, slow motion, cinematic quality, warm lighting
         */
        ViduPrompt: string;
        /** @description A viduq1 video that draws on reference pictures. */
        ViduQ1ReferenceToVideoRequest: {
            /** @description What the video should show. */
            prompt: components["schemas"]["ViduPrompt"];
            /** @description Pictures that the video draws on. */
            reference_image_urls: components["schemas"]["ViduReferenceImageUrls"];
            /**
             * @description Width to height of the video.
             * @default 16:9
             * @enum {string}
             */
            aspect_ratio?: "16:9" | "9:16" | "1:1";
            /**
             * @description Length of the video in seconds; only 5 is possible.
             * @default 5
             * @enum {integer}
             */
            duration?: 5;
            /**
             * @description Resolution of the video; only 1080p is possible.
             * @default 1080p
             * @enum {string}
             */
            resolution?: "1080p";
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /**
             * @description Add background music that fits.
             * @default false
             */
            bgm?: components["schemas"]["ViduBgm"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq1 video with named subjects, with sound if wanted. */
        ViduQ1SubjectReferenceToVideoRequest: {
            /**
             * @description What the video should show. `@` and the id of a subject stands for that subject.
             * @example The @devil is looking at the @apple on the @beach and walking around @beach.
             */
            prompt: string;
            /** @description Subjects that the prompt refers to. All together have at most 7 pictures. */
            subjects: components["schemas"]["ViduSubject"][];
            /** @description Make the video with sound and speech. */
            audio?: boolean;
            /**
             * @description Width to height of the video.
             * @default 16:9
             * @enum {string}
             */
            aspect_ratio?: "16:9" | "9:16" | "1:1";
            /**
             * @description Length of the video in seconds; only 5 is possible.
             * @default 5
             * @enum {integer}
             */
            duration?: 5;
            /**
             * @description Resolution of the video; only 1080p is possible.
             * @default 1080p
             * @enum {string}
             */
            resolution?: "1080p";
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /**
             * @description Add background music that fits.
             * @default false
             */
            bgm?: components["schemas"]["ViduBgm"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
        };
        /** @description A viduq1 video from a text. */
        ViduQ1TextToVideoRequest: {
            /** @description What the video should show. */
            prompt: components["schemas"]["ViduPrompt"];
            /**
             * @description Look of the video.
             * @default general
             * @enum {string}
             */
            style?: "general" | "anime";
            /**
             * @description Width to height of the video.
             * @default 16:9
             * @enum {string}
             */
            aspect_ratio?: "16:9" | "9:16" | "1:1";
            /**
             * @description Length of the video in seconds; only 5 is possible.
             * @default 5
             * @enum {integer}
             */
            duration?: 5;
            /**
             * @description Resolution of the video; only 1080p is possible.
             * @default 1080p
             * @enum {string}
             */
            resolution?: "1080p";
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /**
             * @description Add background music that fits.
             * @default false
             */
            bgm?: components["schemas"]["ViduBgm"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq2-pro video that starts from a picture. */
        ViduQ2ProImageToVideoRequest: {
            /** @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            image_url: components["schemas"]["ViduImageUrl"];
            /** @description What should happen in the video. */
            prompt?: components["schemas"]["ViduMotionPrompt"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo10"];
            /**
             * @description Resolution of the video. A lower value is on record as `560p` and as `540p`.
             * @default 1080p
             */
            resolution?: components["schemas"]["ViduResolution"];
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
            /**
             * @description Make the video with sound and speech.
             * @default false
             */
            audio?: boolean;
            /** @description Voice for the speech when `audio` is true. */
            voice_id?: string;
            /**
             * @description Let the service write the prompt itself, at 10 credits more; `prompt` is then ignored.
             * @default false
             */
            is_rec?: boolean;
            /**
             * @description Last frame, which turns the call into a transition (not verified on this path). An http(s) address, or base64 with its prefix (`data:image/png;base64,...`).
             * @example https://v3.fal.media/files/kangaroo/CASBu_OmOnZ8IafirarFL_last_frame_q1.png
             */
            end_image_url?: string & unknown;
        };
        /** @description A viduq2-pro video that draws on reference pictures and clips. */
        ViduQ2ProReferenceToVideoRequest: {
            /** @description What the video should show. */
            prompt: components["schemas"]["ViduPrompt"];
            /** @description Pictures that the video draws on. At most 4 beside clips. */
            reference_image_urls: components["schemas"]["ViduReferenceImageUrls"];
            /** @description Clips that the video draws on: one of up to 8 s or two of up to 5 s; mp4, avi or mov, at least 128 x 128 px, at most 100 MB each. */
            reference_video_urls?: string[];
            /**
             * @description Width to height of the video.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["ViduAspectRatio"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo10"];
            /** @description Resolution of the video. A lower value is on record as `560p` and as `540p`; the sources do not agree on the default. */
            resolution?: components["schemas"]["ViduResolutionWithoutDefault"];
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /**
             * @description Add background music that fits.
             * @default false
             */
            bgm?: components["schemas"]["ViduBgm"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq2-pro video from its first to its last frame. */
        ViduQ2ProStartEndToVideoRequest: {
            /** @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            start_image_url: components["schemas"]["ViduStartImageUrl"];
            /** @description Last frame, of about the size of the first. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            end_image_url: components["schemas"]["ViduEndImageUrl"];
            /** @description What should happen in the video. */
            prompt?: components["schemas"]["ViduMotionPrompt"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo10"];
            /**
             * @description Resolution of the video. A lower value is on record as `560p` and as `540p`.
             * @default 1080p
             */
            resolution?: components["schemas"]["ViduResolution"];
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
            /**
             * @description Let the service write the prompt itself, at 10 credits more; `prompt` is then ignored.
             * @default false
             */
            is_rec?: boolean;
        };
        /** @description A viduq2 video that draws on reference pictures. */
        ViduQ2ReferenceToVideoRequest: {
            /** @description What the video should show. */
            prompt: components["schemas"]["ViduPrompt"];
            /** @description Pictures that the video draws on. */
            reference_image_urls: components["schemas"]["ViduReferenceImageUrls"];
            /**
             * @description Width to height of the video.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["ViduAspectRatio"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo10"];
            /** @description Resolution of the video. A lower value is on record as `560p` and as `540p`; the sources do not agree on the default. */
            resolution?: components["schemas"]["ViduResolutionWithoutDefault"];
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /**
             * @description Add background music that fits.
             * @default false
             */
            bgm?: components["schemas"]["ViduBgm"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq2 video with named subjects, with sound if wanted. */
        ViduQ2SubjectReferenceToVideoRequest: {
            /**
             * @description What the video should show. `@` and the id of a subject stands for that subject.
             * @example The @devil is looking at the @apple on the @beach and walking around @beach.
             */
            prompt: string;
            /** @description Subjects that the prompt refers to. All together have at most 7 pictures. */
            subjects: components["schemas"]["ViduSubject"][];
            /**
             * @description Make the video with sound and speech.
             * @default false
             */
            audio?: boolean;
            /**
             * @description Width to height of the video.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["ViduAspectRatio"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo10"];
            /** @description Resolution of the video. A lower value is on record as `560p` and as `540p`; the sources do not agree on the default. */
            resolution?: components["schemas"]["ViduResolutionWithoutDefault"];
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /**
             * @description Add background music that fits.
             * @default false
             */
            bgm?: components["schemas"]["ViduBgm"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
        };
        /** @description A viduq2 video from a text. */
        ViduQ2TextToVideoRequest: {
            /** @description What the video should show. */
            prompt: components["schemas"]["ViduPrompt"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo10"];
            /**
             * @description Resolution of the video. A lower value is on record as `560p` and as `540p`.
             * @default 1080p
             */
            resolution?: components["schemas"]["ViduResolution"];
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /**
             * @description Width to height of the video.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["ViduAspectRatio"];
            /**
             * @description Add background music that fits.
             * @default false
             */
            bgm?: components["schemas"]["ViduBgm"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq2-turbo video that starts from a picture. */
        ViduQ2TurboImageToVideoRequest: {
            /** @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            image_url: components["schemas"]["ViduImageUrl"];
            /** @description What should happen in the video. */
            prompt?: components["schemas"]["ViduMotionPrompt"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo10"];
            /** @description Resolution of the video. A lower value is on record as `560p` and as `540p`; the sources do not agree on the default. */
            resolution?: components["schemas"]["ViduResolutionWithoutDefault"];
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
            /**
             * @description Last frame, which turns the call into a transition (not verified on this path). An http(s) address, or base64 with its prefix (`data:image/png;base64,...`).
             * @example https://v3.fal.media/files/kangaroo/CASBu_OmOnZ8IafirarFL_last_frame_q1.png
             */
            end_image_url?: string & unknown;
        };
        /** @description A viduq2-turbo video from its first to its last frame. */
        ViduQ2TurboStartEndToVideoRequest: {
            /** @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            start_image_url: components["schemas"]["ViduStartImageUrl"];
            /** @description Last frame, of about the size of the first. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            end_image_url: components["schemas"]["ViduEndImageUrl"];
            /** @description What should happen in the video. */
            prompt?: components["schemas"]["ViduMotionPrompt"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo10"];
            /** @description Resolution of the video. A lower value is on record as `560p` and as `540p`; the sources do not agree on the default. */
            resolution?: components["schemas"]["ViduResolutionWithoutDefault"];
            /**
             * @description How strongly things move in the frame.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitude"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq3-pro video that starts from a picture. */
        ViduQ3ProImageToVideoRequest: {
            /** @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            image_url: components["schemas"]["ViduImageUrl"];
            /** @description What should happen in the video. */
            prompt?: components["schemas"]["ViduMotionPrompt"];
            /**
             * @description Make the video with sound; false gives a silent one.
             * @default true
             */
            audio?: components["schemas"]["ViduAudio"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo16"];
            /** @description Resolution of the video. A lower value is on record as `560p` and as `540p`; the sources do not agree on the default. */
            resolution?: components["schemas"]["ViduResolutionWithoutDefault"];
            /**
             * @description How strongly things move in the frame. The vendor says that q3 models do not heed it.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitudeUnheeded"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq3-pro video from its first to its last frame. */
        ViduQ3ProStartEndToVideoRequest: {
            /** @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            start_image_url: components["schemas"]["ViduStartImageUrl"];
            /** @description Last frame, of about the size of the first. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            end_image_url: components["schemas"]["ViduEndImageUrl"];
            /** @description What should happen in the video. */
            prompt?: components["schemas"]["ViduMotionPrompt"];
            /**
             * @description Make the video with sound; false gives a silent one.
             * @default true
             */
            audio?: components["schemas"]["ViduAudio"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo16"];
            /**
             * @description Resolution of the video. A lower value is on record as `560p` and as `540p`.
             * @default 720p
             * @example 720p
             */
            resolution?: ("720p" | "1080p") | (string & {});
            /**
             * @description How strongly things move in the frame. The vendor says that q3 models do not heed it.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitudeUnheeded"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq3-pro video from a text. */
        ViduQ3ProTextToVideoRequest: {
            /** @description What the video should show. */
            prompt: components["schemas"]["ViduPrompt"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo16"];
            /**
             * @description Resolution of the video. A lower value is on record as `560p` and as `540p`.
             * @default 1080p
             */
            resolution?: components["schemas"]["ViduResolution"];
            /**
             * @description How strongly things move in the frame. The vendor says that q3 models do not heed it.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitudeUnheeded"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
            /**
             * @description Width to height of the video.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["ViduAspectRatio"];
            /**
             * @description Add background music that fits.
             * @default false
             */
            bgm?: components["schemas"]["ViduBgm"];
            /**
             * @description Make the video with sound; false gives a silent one.
             * @default true
             */
            audio?: components["schemas"]["ViduAudio"];
        };
        /** @description A viduq3-turbo video that starts from a picture. */
        ViduQ3TurboImageToVideoRequest: {
            /** @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            image_url: components["schemas"]["ViduImageUrl"];
            /** @description What should happen in the video. */
            prompt?: components["schemas"]["ViduMotionPrompt"];
            /**
             * @description Make the video with sound; false gives a silent one.
             * @default true
             */
            audio?: components["schemas"]["ViduAudio"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo16"];
            /** @description Resolution of the video. A lower value is on record as `560p` and as `540p`; the sources do not agree on the default. */
            resolution?: components["schemas"]["ViduResolutionWithoutDefault"];
            /**
             * @description How strongly things move in the frame. The vendor says that q3 models do not heed it.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitudeUnheeded"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq3-turbo video from its first to its last frame. */
        ViduQ3TurboStartEndToVideoRequest: {
            /** @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            start_image_url: components["schemas"]["ViduStartImageUrl"];
            /** @description Last frame, of about the size of the first. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB. */
            end_image_url: components["schemas"]["ViduEndImageUrl"];
            /** @description What should happen in the video. */
            prompt?: components["schemas"]["ViduMotionPrompt"];
            /**
             * @description Make the video with sound; false gives a silent one.
             * @default true
             */
            audio?: components["schemas"]["ViduAudio"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo16"];
            /**
             * @description Resolution of the video. A lower value is on record as `560p` and as `540p`.
             * @default 720p
             * @example 720p
             */
            resolution?: ("720p" | "1080p") | (string & {});
            /**
             * @description How strongly things move in the frame. The vendor says that q3 models do not heed it.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitudeUnheeded"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
        };
        /** @description A viduq3-turbo video from a text. */
        ViduQ3TurboTextToVideoRequest: {
            /** @description What the video should show. */
            prompt: components["schemas"]["ViduPrompt"];
            /**
             * @description Length of the video in seconds.
             * @default 5
             */
            duration?: components["schemas"]["ViduDurationUpTo16"];
            /**
             * @description Resolution of the video. A lower value is on record as `560p` and as `540p`.
             * @default 1080p
             */
            resolution?: components["schemas"]["ViduResolution"];
            /**
             * @description How strongly things move in the frame. The vendor says that q3 models do not heed it.
             * @default auto
             */
            movement_amplitude?: components["schemas"]["ViduMovementAmplitudeUnheeded"];
            /** @description Seed that makes a run repeatable; 0 or none is a random one. */
            seed?: components["schemas"]["ViduSeed"];
            /** @description Put a watermark on the video. */
            watermark?: components["schemas"]["ViduWatermark"];
            /**
             * @description Width to height of the video.
             * @default 16:9
             */
            aspect_ratio?: components["schemas"]["ViduAspectRatio"];
            /**
             * @description Add background music that fits.
             * @default false
             */
            bgm?: components["schemas"]["ViduBgm"];
            /**
             * @description Make the video with sound; false gives a silent one.
             * @default true
             */
            audio?: components["schemas"]["ViduAudio"];
        };
        /** @description State of a Vidu job, with its video once it ended well. */
        ViduQueueStatus: components["schemas"]["QueueStatus"] & {
            /** @description The finished video; absent until then and when the job failed. */
            result?: components["schemas"]["ViduVideoResult"];
        };
        /** @description Pictures that the video draws on. */
        ViduReferenceImageUrls: (string & unknown)[];
        /**
         * @description Resolution of the video. A lower value is on record as `560p` and as `540p`.
         * @default 1080p
         * @example 1080p
         */
        ViduResolution: ("720p" | "1080p") | (string & {});
        /**
         * @description Resolution of the video. A lower value is on record as `560p` and as `540p`; the sources do not agree on the default.
         * @example 720p
         */
        ViduResolutionWithoutDefault: ("720p" | "1080p") | (string & {});
        /**
         * @description Seed that makes a run repeatable; 0 or none is a random one.
         * @example 1
         */
        ViduSeed: number;
        /**
         * @description First frame. An http(s) address, or base64 with its prefix (`data:image/png;base64,...`); png, jpeg or webp, at least 128 x 128 px, between 1:4 and 4:1, at most 50 MB.
         * @example https://v3.fal.media/files/zebra/sgsdKvPigPhJ1S7Hl5bWc_first_frame_q1.png
         */
        ViduStartImageUrl: string & unknown;
        /** @description A named person, thing or place that the prompt can refer to. */
        ViduSubject: {
            /**
             * @description Name of the subject; the prompt says `@` and this name.
             * @example devil
             */
            id: string;
            /** @description Pictures of the subject. All subjects of a request together have at most 7. */
            images: (string & unknown)[];
            /**
             * @description Voice of the subject when `audio` is true. Empty: chosen automatically.
             * @example
             */
            voice_id?: string;
        };
        /** @description The video that a Vidu job made. */
        ViduVideoResult: {
            /** @description The finished video. */
            video: components["schemas"]["File"] & {
                /**
                 * @description Length of the video in seconds.
                 * @example 5
                 */
                duration?: number;
            };
        };
        /**
         * @description Put a watermark on the video.
         * @example true
         */
        ViduWatermark: boolean;
        /** @description What to import, and for how long. */
        CreateFileRequest: {
            /**
             * @description Model that is to read the file, of the Gemini series. The id serves every model of the same series.
             * @example gemini-3.0-pro-preview
             */
            model: string & unknown;
            /**
             * Format: uri
             * @description Public http or https address of the file, 2 GB at most. Needed unless `kodo_source` is given.
             * @example https://aitoken-public.qnaigc.com/example/generate-video/running-man.jpg
             */
            source_url?: string;
            /**
             * @description Lifetime of the copy in seconds, from one hour to seven days.
             * @default 172800
             */
            expires_in?: number;
            /** @description Place of a file in Qiniu's object storage, instead of a public address. */
            kodo_source?: components["schemas"]["KodoSource"];
        };
        /** @description Confirms that a file has been removed. */
        FileDeleteResponse: {
            /** @description Id of the file. */
            id?: string;
            /**
             * @description Marks the object as a file.
             * @constant
             */
            object?: "file";
            /**
             * @description Whether the file has been removed.
             * @constant
             */
            deleted?: true;
        };
        /** @description Why an import failed. */
        FileError: {
            /**
             * @description Code of the failure.
             * @example file_adapter_sync_failed
             */
            code: string;
            /** @description What went wrong, for a person. */
            message: string;
            /**
             * @description Class of the error.
             * @example invalid_request_error
             */
            type?: string;
            /**
             * @description The request field at fault.
             * @example source_url
             */
            param?: string;
        };
        /** @description A page of files. */
        FileListResponse: {
            /**
             * @description Marks the object as a list.
             * @constant
             */
            object: "list";
            /** @description The files of this page, newest first. */
            data: components["schemas"]["FileResponse"][];
            /** @description Whether there is a further page. */
            has_more: boolean;
            /** @description Id of the first file of this page. */
            first_id?: string;
            /** @description Id of the last file of this page, to be sent as `after` for the next one. */
            last_id?: string;
        };
        /** @description An imported file and its state. */
        FileResponse: {
            /**
             * @description Id of the file, to be used in chat messages.
             * @example qfile-12345-1770727746152401856-01d742
             */
            id: string;
            /**
             * @description Marks the object as a file.
             * @constant
             */
            object: "file";
            /**
             * @description State of the import. `ready`, `failed` and `expired` are final.
             * @enum {string}
             */
            status: "pending" | "uploading" | "ready" | "failed" | "expired";
            /** @description Model that the file was imported for. */
            model: string;
            /** @description When the import was asked for, in Unix seconds. */
            created_at: number;
            /** @description When the copy was complete, in Unix seconds. */
            synced_at?: number;
            /** @description When the copy stops being usable, in Unix seconds. */
            expires_at: number;
            /** @description Name of the file. */
            file_name?: string;
            /** @description Size of the file in bytes. */
            file_size?: number;
            /**
             * @description Media type of the file.
             * @example application/pdf
             */
            content_type?: string;
            /** @description Why an import failed. */
            error?: components["schemas"]["FileError"];
        };
        /** @description Place of a file in Qiniu's object storage, instead of a public address. */
        KodoSource: {
            /** @description Name of the bucket. */
            bucket: string;
            /** @description Key of the object in the bucket. */
            key: string;
        };
        /** @description Error envelope of the Anthropic protocol. */
        AnthropicErrorResponse: {
            /**
             * @description Marks the object as an error.
             * @constant
             */
            type: "error";
            /** @description What went wrong. */
            error: {
                /** @description Class of the error. */
                type: ("invalid_request_error" | "authentication_error" | "billing_error" | "permission_error" | "not_found_error" | "request_too_large" | "rate_limit_error" | "timeout_error" | "api_error" | "overloaded_error") | (string & {});
                /** @description What went wrong, for a person. */
                message: string;
            };
            /** @description Id of the request, for support. */
            request_id?: string | null;
        };
        /** @description Error object of the Seedance paths. */
        ApiErrorBody: {
            /** @description Code of the error. */
            code: ("InvalidEndpointOrModel.NotFound" | "InvalidParameter" | "InputImageSensitiveContentDetected.PrivacyInformation") | (string & {});
            /** @description What went wrong, for a person. */
            message: string;
            /** @description The request field at fault; may be empty. */
            param?: string;
            /** @description Class of the error, such as `Not Found`. */
            type?: string;
        };
        /** @description Error envelope of the Seedance paths. */
        ArkErrorResponse: {
            /** @description Error object of the Seedance paths. */
            error: components["schemas"]["ApiErrorBody"];
        };
        /** @description Error envelope of the OpenAI-style paths. */
        ErrorResponse: {
            /** @description What went wrong. */
            error: {
                /** @description What went wrong, for a person. */
                message: string;
                /** @description Class of the error, such as `invalid_request_error`. */
                type?: string;
                /** @description Short code of the error, where there is one. */
                code?: string | null;
                /** @description The request field at fault, where one is. */
                param?: string | null;
            };
        };
        /** @description Error envelope without an object, answered when the key is missing. */
        FlatErrorResponse: {
            /** @description What went wrong, for a person. */
            error: string;
            /**
             * @description Always false.
             * @constant
             */
            status: false;
        };
        /** @description Error envelope of the Gemini protocol. */
        GeminiErrorResponse: {
            /** @description What went wrong. */
            error: {
                /** @description The HTTP status again. */
                code: number;
                /** @description What went wrong, for a person. */
                message: string;
                /** @description Google's canonical word for the error, such as `INVALID_ARGUMENT`. */
                status: string;
                /** @description Further facts, each of a type of its own. */
                details?: {
                    [key: string]: unknown;
                }[];
            };
        };
        /** @description Error envelope of the Kling image models. */
        KlingImageErrorResponse: {
            /**
             * @description Always false.
             * @constant
             */
            status: false;
            /** @description What went wrong, for a person. */
            message: string;
        };
        /** @description Why a queued job failed. */
        QueueErrorDetail: {
            /**
             * @description Part of the request that the failure is about.
             * @example [
             *       "body"
             *     ]
             */
            loc: string[];
            /**
             * @description Reason in words.
             * @example Image pixel is invalid
             */
            msg: string;
            /**
             * @description Kind of failure.
             * @example VENDOR_FAILED
             */
            type: ("VENDOR_FAILED" | "RUNTIME_CREATE_PROVIDER_FAILED") | (string & {});
            /**
             * @description Address with more about this kind of failure; empty so far.
             * @example
             */
            url: string;
        };
        /** @description Error of the queue: a sentence or a list when the request was refused, an object when the job failed. */
        QueueErrorResponse: {
            /**
             * @description Reason in words, or the report of the failed job.
             * @example start_image_url is required
             */
            detail: string | components["schemas"]["QueueErrorDetail"] | {
                /** @description What is wrong, in words. */
                msg: string;
            }[];
        };
        /** @description Answer to a call for the result of a job that has not ended. */
        QueueNotReadyResponse: {
            /**
             * @description State of the job.
             * @example IN_PROGRESS
             * @enum {string}
             */
            status: "IN_QUEUE" | "IN_PROGRESS";
            /**
             * @description Id of the job.
             * @example qvideo-root-1770720203757316283
             */
            request_id: string;
        };
        /** @description Error envelope of the Veo paths. */
        VeoErrorResponse: {
            /** @description What went wrong. */
            error: {
                /** @description What went wrong, for a person. */
                message: string;
                /** @description Class of the error. */
                type: ("invalid_request_error" | "file_size_limit_exceeded" | "authentication_error" | "quota_exceeded" | "view_vertex_video_job_failed") | (string & {});
            };
        };
    };
    responses: {
        /** @description The request is not valid. */
        AnthropicBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicErrorResponse"];
            };
        };
        /** @description Any other failure. */
        AnthropicError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicErrorResponse"];
            };
        };
        /** @description The key is disabled or may not do this. */
        AnthropicForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicErrorResponse"];
            };
        };
        /** @description The gateway or the vendor behind it failed. */
        AnthropicInternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicErrorResponse"];
            };
        };
        /** @description There is no such path, model or job. */
        AnthropicNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicErrorResponse"];
            };
        };
        /** @description The daily or monthly quota of the key is used up. */
        AnthropicPaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicErrorResponse"];
            };
        };
        /** @description The model or the gateway is not available. */
        AnthropicServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicErrorResponse"];
            };
        };
        /** @description Too many requests in a short time, or the quota of the key is used up. */
        AnthropicTooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicErrorResponse"];
            };
        };
        /** @description The key is missing or not known. */
        AnthropicUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicErrorResponse"];
            };
        };
        /** @description The request is not valid. */
        ArkBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArkErrorResponse"];
            };
        };
        /** @description Any other failure. */
        ArkError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArkErrorResponse"];
            };
        };
        /** @description The key is disabled or may not do this. */
        ArkForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArkErrorResponse"];
            };
        };
        /** @description The gateway or the vendor behind it failed. */
        ArkInternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArkErrorResponse"];
            };
        };
        /** @description There is no such path, model or job. */
        ArkNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArkErrorResponse"];
            };
        };
        /** @description The daily or monthly quota of the key is used up. */
        ArkPaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArkErrorResponse"];
            };
        };
        /** @description The model or the gateway is not available. */
        ArkServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArkErrorResponse"];
            };
        };
        /** @description Too many requests in a short time, or the quota of the key is used up. */
        ArkTooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArkErrorResponse"];
            };
        };
        /** @description The key is missing or not known. */
        ArkUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArkErrorResponse"];
            };
        };
        /** @description The request is not valid. */
        GeminiBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GeminiErrorResponse"];
            };
        };
        /** @description Any other failure. */
        GeminiError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GeminiErrorResponse"];
            };
        };
        /** @description The key is disabled or may not do this. */
        GeminiForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GeminiErrorResponse"];
            };
        };
        /** @description The gateway or the vendor behind it failed. */
        GeminiInternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GeminiErrorResponse"];
            };
        };
        /** @description There is no such path, model or job. */
        GeminiNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GeminiErrorResponse"];
            };
        };
        /** @description The daily or monthly quota of the key is used up. */
        GeminiPaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GeminiErrorResponse"];
            };
        };
        /** @description The model or the gateway is not available. */
        GeminiServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GeminiErrorResponse"];
            };
        };
        /** @description Too many requests in a short time, or the quota of the key is used up. */
        GeminiTooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GeminiErrorResponse"];
            };
        };
        /** @description The key is missing or not known. */
        GeminiUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GeminiErrorResponse"];
            };
        };
        /** @description The request is not valid. */
        ImagesBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Any other failure. */
        ImagesError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The key is disabled or may not do this. */
        ImagesForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The gateway or the vendor behind it failed. */
        ImagesInternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such path, model or job. */
        ImagesNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The daily or monthly quota of the key is used up. */
        ImagesPaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The model or the gateway is not available. */
        ImagesServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Too many requests in a short time, or the quota of the key is used up. */
        ImagesTooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The key is missing or not known. */
        ImagesUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"] | components["schemas"]["ErrorResponse"] | components["schemas"]["FlatErrorResponse"];
            };
        };
        /** @description The request is not valid. */
        KlingImageBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"];
            };
        };
        /** @description Any other failure. */
        KlingImageError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"];
            };
        };
        /** @description The key is disabled or may not do this. */
        KlingImageForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"];
            };
        };
        /** @description The gateway or the vendor behind it failed. */
        KlingImageInternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"];
            };
        };
        /** @description There is no such path, model or job. */
        KlingImageNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"];
            };
        };
        /** @description The daily or monthly quota of the key is used up. */
        KlingImagePaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"];
            };
        };
        /** @description The model or the gateway is not available. */
        KlingImageServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"];
            };
        };
        /** @description Too many requests in a short time, or the quota of the key is used up. */
        KlingImageTooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"];
            };
        };
        /** @description The key is missing or not known. */
        KlingImageUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KlingImageErrorResponse"];
            };
        };
        /** @description The request is not valid. */
        OpenAIBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Any other failure. */
        OpenAIError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The key is disabled or may not do this. */
        OpenAIForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The gateway or the vendor behind it failed. */
        OpenAIInternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such path, model or job. */
        OpenAINotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The daily or monthly quota of the key is used up. */
        OpenAIPaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The model or the gateway is not available. */
        OpenAIServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Too many requests in a short time, or the quota of the key is used up. */
        OpenAITooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The key is missing or not known. */
        OpenAIUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"] | components["schemas"]["FlatErrorResponse"];
            };
        };
        /** @description The request is not valid. */
        QueueBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description Any other failure. */
        QueueError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description The key is disabled or may not do this. */
        QueueForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description The gateway or the vendor behind it failed. */
        QueueInternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description There is no such path, model or job. */
        QueueNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description The daily or monthly quota of the key is used up. */
        QueuePaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description The job failed, or the gateway did. */
        QueueResultFailed: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description The job has not ended yet, or the request is not valid. */
        QueueResultNotReady: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueNotReadyResponse"] | components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description The model or the gateway is not available. */
        QueueServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description Too many requests in a short time, or the quota of the key is used up. */
        QueueTooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description The key is missing or not known. */
        QueueUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["QueueErrorResponse"];
            };
        };
        /** @description The request is not valid. */
        VeoBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VeoErrorResponse"];
            };
        };
        /** @description Any other failure. */
        VeoError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VeoErrorResponse"];
            };
        };
        /** @description The key is disabled or may not do this. */
        VeoForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VeoErrorResponse"];
            };
        };
        /** @description The gateway or the vendor behind it failed. */
        VeoInternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VeoErrorResponse"];
            };
        };
        /** @description There is no such path, model or job. */
        VeoNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VeoErrorResponse"];
            };
        };
        /** @description The daily or monthly quota of the key is used up. */
        VeoPaymentRequired: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VeoErrorResponse"];
            };
        };
        /** @description The model or the gateway is not available. */
        VeoServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VeoErrorResponse"];
            };
        };
        /** @description Too many requests in a short time, or the quota of the key is used up. */
        VeoTooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VeoErrorResponse"];
            };
        };
        /** @description The key is missing or not known. */
        VeoUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VeoErrorResponse"];
            };
        };
    };
    parameters: {
        /**
         * @description Form of the answer. `sse` asks for server-sent events, without it one JSON array comes.
         * @example sse
         */
        Alt: "sse" | "json";
        /** @description Beta features to switch on, separated by commas; passed on to the vendor. */
        AnthropicBeta: string;
        /**
         * @description Version of the Anthropic protocol. The vendor demands it, this gateway does not.
         * @example 2023-06-01
         */
        AnthropicVersion: string;
        /**
         * @description Id of the Seedance job, as its creation answered.
         * @example qvideo-user123-1772780100000000013
         */
        ContentGenerationTaskId: string;
        /**
         * @description Id of the file, as its import answered.
         * @example qfile-12345-1770727746152401856-01d742
         */
        FileId: string;
        /**
         * @description Id of the model. An id with a slash (`google/gemini-…`) is legal and may be sent as it is or percent-encoded.
         * @example gemini-3.1-pro-preview
         */
        GeminiModel: ("gemini-3.1-pro-preview" | "gemini-3.1-flash-lite" | "google/gemini-3.1-flash-lite" | "gemini-3.1-flash-lite-preview" | "gemini-2.5-pro" | "gemini-2.5-flash") | (string & {});
        /**
         * @description Id of the image job, as its creation answered.
         * @example image-1762159125266058362-1383010xxx
         */
        ImageTaskId: string;
        /**
         * @description Id of the queued request, as its submission answered.
         * @example qimage-root-1770199726278452760
         */
        KlingImageRequestId: string;
        /** @description 1 asks for the log lines of the job as well. */
        QueueLogs: 0 | 1;
        /**
         * @description Id of the Veo job, as its creation answered.
         * @example chatvideo-1709712000000000000-uid123
         */
        VideoGenerationId: string;
        /**
         * @description Id of the video job, as its creation answered.
         * @example qvideo-user123-1766391125174150336
         */
        VideoId: string;
        /**
         * @description Id of the queued request, as its submission answered.
         * @example qvideo-root-1772093213681278506
         */
        ViduRequestId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Answers of the bypass paths are not to be kept.
         * @example no-cache
         */
        CacheControl: string;
        /**
         * @description The upstream marks its stream so.
         * @example attachment
         */
        ContentDisposition: string;
        /**
         * @description Id that the gateway gave the request. On chat completions it equals the `id` of the answer. The name has underscores.
         * @example chatcmpl-2e7870e2d61a4b98a156c329d9ffd6b9
         */
        HttpXReqid: string;
        /** @description Id that the upstream gave the request. OpenAI's is that of `X-Request-Id`, with whole answers only; Anthropic's (`req_01...`) comes with messages whose id begins with `msg_01`. */
        RequestId: string;
        /**
         * @description Seconds to wait before the next try. No refusal with it is on record, so it is inferred.
         * @example 1
         */
        RetryAfter: number;
        /**
         * @description Whether the upstream slows the caller down for abuse.
         * @example False
         */
        XRatelimitAbusepenaltyActive: string;
        /**
         * @description What is counted together at the upstream.
         * @example requests
         */
        XRatelimitKey: string;
        /**
         * @description How many requests fit into a period.
         * @example 15000
         */
        XRatelimitLimitRequests: number;
        /**
         * @description How many tokens fit into a period.
         * @example 15000000
         */
        XRatelimitLimitTokens: number;
        /**
         * @description How many requests are left of the period.
         * @example 14999
         */
        XRatelimitRemainingRequests: number;
        /**
         * @description How many tokens are left of the period.
         * @example 14999957
         */
        XRatelimitRemainingTokens: number;
        /**
         * @description Seconds of the period in which requests are counted.
         * @example 60
         */
        XRatelimitRenewalperiodRequests: number;
        /**
         * @description Seconds of the period in which tokens are counted.
         * @example 60
         */
        XRatelimitRenewalperiodTokens: number;
        /**
         * @description Seconds until the requests are counted anew.
         * @example 0
         */
        XRatelimitResetRequests: number;
        /**
         * @description Seconds until the tokens are counted anew.
         * @example 0
         */
        XRatelimitResetTokens: number;
        /**
         * @description Id of the request, for support.
         * @example 5f0c8e4a1d2b4c3f9a7e6d5c4b3a2918
         */
        XRequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The models. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
    createChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatCompletionRequest"];
            };
        };
        responses: {
            /** @description The answer, whole or as a stream of chunks. */
            200: {
                headers: {
                    http_x_reqid: components["headers"]["HttpXReqid"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatCompletionResponse"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["OpenAIBadRequest"];
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            404: components["responses"]["OpenAINotFound"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
    createMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Version of the Anthropic protocol. The vendor demands it, this gateway does not.
                 * @example 2023-06-01
                 */
                "anthropic-version"?: components["parameters"]["AnthropicVersion"];
                /** @description Beta features to switch on, separated by commas; passed on to the vendor. */
                "anthropic-beta"?: components["parameters"]["AnthropicBeta"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnthropicMessageRequest"];
            };
        };
        responses: {
            /** @description The model's turn, or its events if a stream was asked for. */
            200: {
                headers: {
                    http_x_reqid: components["headers"]["HttpXReqid"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnthropicMessage"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["AnthropicBadRequest"];
            401: components["responses"]["AnthropicUnauthorized"];
            402: components["responses"]["AnthropicPaymentRequired"];
            403: components["responses"]["AnthropicForbidden"];
            404: components["responses"]["AnthropicNotFound"];
            429: components["responses"]["AnthropicTooManyRequests"];
            500: components["responses"]["AnthropicInternalServerError"];
            503: components["responses"]["AnthropicServiceUnavailable"];
            default: components["responses"]["AnthropicError"];
        };
    };
    createBypassMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Version of the Anthropic protocol. The vendor demands it, this gateway does not.
                 * @example 2023-06-01
                 */
                "anthropic-version"?: components["parameters"]["AnthropicVersion"];
                /** @description Beta features to switch on, separated by commas; passed on to the vendor. */
                "anthropic-beta"?: components["parameters"]["AnthropicBeta"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnthropicMessageRequest"] & {
                    model?: unknown;
                };
            };
        };
        responses: {
            /** @description The model's turn, or its events if a stream was asked for. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    http_x_reqid: components["headers"]["HttpXReqid"];
                    "Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnthropicMessage"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["AnthropicBadRequest"];
            401: components["responses"]["AnthropicUnauthorized"];
            402: components["responses"]["AnthropicPaymentRequired"];
            403: components["responses"]["AnthropicForbidden"];
            404: components["responses"]["AnthropicNotFound"];
            429: components["responses"]["AnthropicTooManyRequests"];
            500: components["responses"]["AnthropicInternalServerError"];
            503: components["responses"]["AnthropicServiceUnavailable"];
            default: components["responses"]["AnthropicError"];
        };
    };
    generateContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the model. An id with a slash (`google/gemini-…`) is legal and may be sent as it is or percent-encoded.
                 * @example gemini-3.1-pro-preview
                 */
                model: components["parameters"]["GeminiModel"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateContentRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    http_x_reqid: components["headers"]["HttpXReqid"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerateContentResponse"];
                };
            };
            400: components["responses"]["GeminiBadRequest"];
            401: components["responses"]["GeminiUnauthorized"];
            402: components["responses"]["GeminiPaymentRequired"];
            403: components["responses"]["GeminiForbidden"];
            404: components["responses"]["GeminiNotFound"];
            429: components["responses"]["GeminiTooManyRequests"];
            500: components["responses"]["GeminiInternalServerError"];
            503: components["responses"]["GeminiServiceUnavailable"];
            default: components["responses"]["GeminiError"];
        };
    };
    streamGenerateContent: {
        parameters: {
            query?: {
                /**
                 * @description Form of the answer. `sse` asks for server-sent events, without it one JSON array comes.
                 * @example sse
                 */
                alt?: components["parameters"]["Alt"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the model. An id with a slash (`google/gemini-…`) is legal and may be sent as it is or percent-encoded.
                 * @example gemini-3.1-pro-preview
                 */
                model: components["parameters"]["GeminiModel"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateContentRequest"];
            };
        };
        responses: {
            /** @description The pieces of the answer, as events or as an array. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    http_x_reqid: components["headers"]["HttpXReqid"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerateContentResponse"][];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["GeminiBadRequest"];
            401: components["responses"]["GeminiUnauthorized"];
            402: components["responses"]["GeminiPaymentRequired"];
            403: components["responses"]["GeminiForbidden"];
            404: components["responses"]["GeminiNotFound"];
            429: components["responses"]["GeminiTooManyRequests"];
            500: components["responses"]["GeminiInternalServerError"];
            503: components["responses"]["GeminiServiceUnavailable"];
            default: components["responses"]["GeminiError"];
        };
    };
    createResponse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateResponseRequest"];
            };
        };
        responses: {
            /** @description The answer, or its events if a stream was asked for. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    http_x_reqid: components["headers"]["HttpXReqid"];
                    "Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Ratelimit-Limit-Requests": components["headers"]["XRatelimitLimitRequests"];
                    "X-Ratelimit-Limit-Tokens": components["headers"]["XRatelimitLimitTokens"];
                    "X-Ratelimit-Remaining-Requests": components["headers"]["XRatelimitRemainingRequests"];
                    "X-Ratelimit-Remaining-Tokens": components["headers"]["XRatelimitRemainingTokens"];
                    "X-Ratelimit-Reset-Requests": components["headers"]["XRatelimitResetRequests"];
                    "X-Ratelimit-Reset-Tokens": components["headers"]["XRatelimitResetTokens"];
                    "X-Ratelimit-Renewalperiod-Requests": components["headers"]["XRatelimitRenewalperiodRequests"];
                    "X-Ratelimit-Renewalperiod-Tokens": components["headers"]["XRatelimitRenewalperiodTokens"];
                    "X-Ratelimit-Key": components["headers"]["XRatelimitKey"];
                    "X-Ratelimit-Abusepenalty-Active": components["headers"]["XRatelimitAbusepenaltyActive"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseObject"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["OpenAIBadRequest"];
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            404: components["responses"]["OpenAINotFound"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
    createVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Sora2CreateRequest"] | components["schemas"]["Sora2ProCreateRequest"] | components["schemas"]["KlingV21CreateRequest"] | components["schemas"]["KlingV25TurboCreateRequest"] | components["schemas"]["KlingV26CreateRequest"] | components["schemas"]["KlingV3CreateRequest"] | components["schemas"]["KlingVideoO1CreateRequest"] | components["schemas"]["KlingV3OmniCreateRequest"];
            };
        };
        responses: {
            /** @description The task has been accepted. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KlingV21CreateResponse"] | components["schemas"]["KlingV25TurboCreateResponse"] | components["schemas"]["KlingV26CreateResponse"] | components["schemas"]["KlingVideoO1CreateResponse"] | ({
                        /** @description Model of the task. */
                        model: string;
                    } & WithRequired<components["schemas"]["VideoCreateResponse"], "model">);
                };
            };
            400: components["responses"]["OpenAIBadRequest"];
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            404: components["responses"]["OpenAINotFound"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
    getVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the video job, as its creation answered.
                 * @example qvideo-user123-1766391125174150336
                 */
                id: components["parameters"]["VideoId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task as it stands. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KlingV21StatusResponse"] | components["schemas"]["KlingV25TurboStatusResponse"] | components["schemas"]["KlingV26VideoStatusResponse"] | components["schemas"]["KlingVideoO1StatusResponse"] | ({
                        /** @description Model of the task. */
                        model: string;
                    } & WithRequired<components["schemas"]["VideoStatusResponse"], "model">);
                };
            };
            400: components["responses"]["OpenAIBadRequest"];
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            404: components["responses"]["OpenAINotFound"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
    remixVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the video job, as its creation answered.
                 * @example qvideo-user123-1766391125174150336
                 */
                id: components["parameters"]["VideoId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VideoRemixRequest"];
            };
        };
        responses: {
            /** @description The remix has been accepted. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoCreateResponse"];
                };
            };
            400: components["responses"]["OpenAIBadRequest"];
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            404: components["responses"]["OpenAINotFound"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
    createVideoGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVideoGenerationRequest"];
            };
        };
        responses: {
            /** @description The job has been accepted. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateVideoGenerationResponse"];
                };
            };
            400: components["responses"]["VeoBadRequest"];
            401: components["responses"]["VeoUnauthorized"];
            402: components["responses"]["VeoPaymentRequired"];
            403: components["responses"]["VeoForbidden"];
            404: components["responses"]["VeoNotFound"];
            429: components["responses"]["VeoTooManyRequests"];
            500: components["responses"]["VeoInternalServerError"];
            503: components["responses"]["VeoServiceUnavailable"];
            default: components["responses"]["VeoError"];
        };
    };
    getVideoGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the Veo job, as its creation answered.
                 * @example chatvideo-1709712000000000000-uid123
                 */
                id: components["parameters"]["VideoGenerationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoGenerationJobInfo"];
                };
            };
            400: components["responses"]["VeoBadRequest"];
            401: components["responses"]["VeoUnauthorized"];
            402: components["responses"]["VeoPaymentRequired"];
            403: components["responses"]["VeoForbidden"];
            404: components["responses"]["VeoNotFound"];
            429: components["responses"]["VeoTooManyRequests"];
            500: components["responses"]["VeoInternalServerError"];
            503: components["responses"]["VeoServiceUnavailable"];
            default: components["responses"]["VeoError"];
        };
    };
    createContentGenerationTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVideoTaskRequest"];
            };
        };
        responses: {
            /** @description The job has been accepted. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateVideoTaskResponse"];
                };
            };
            400: components["responses"]["ArkBadRequest"];
            401: components["responses"]["ArkUnauthorized"];
            402: components["responses"]["ArkPaymentRequired"];
            403: components["responses"]["ArkForbidden"];
            404: components["responses"]["ArkNotFound"];
            429: components["responses"]["ArkTooManyRequests"];
            500: components["responses"]["ArkInternalServerError"];
            503: components["responses"]["ArkServiceUnavailable"];
            default: components["responses"]["ArkError"];
        };
    };
    getContentGenerationTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the Seedance job, as its creation answered.
                 * @example qvideo-user123-1772780100000000013
                 */
                id: components["parameters"]["ContentGenerationTaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetVideoTaskResponse"];
                };
            };
            400: components["responses"]["ArkBadRequest"];
            401: components["responses"]["ArkUnauthorized"];
            402: components["responses"]["ArkPaymentRequired"];
            403: components["responses"]["ArkForbidden"];
            404: components["responses"]["ArkNotFound"];
            429: components["responses"]["ArkTooManyRequests"];
            500: components["responses"]["ArkInternalServerError"];
            503: components["responses"]["ArkServiceUnavailable"];
            default: components["responses"]["ArkError"];
        };
    };
    createViduQ1TextToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ1TextToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ1ReferenceToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ1ReferenceToVideoRequest"] | components["schemas"]["ViduQ1SubjectReferenceToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ2TextToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ2TextToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ2ReferenceToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ2ReferenceToVideoRequest"] | components["schemas"]["ViduQ2SubjectReferenceToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ2ProImageToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ2ProImageToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ2ProStartEndToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ2ProStartEndToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ2ProReferenceToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ2ProReferenceToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ2TurboImageToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ2TurboImageToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ2TurboStartEndToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ2TurboStartEndToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ3ProImageToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ3ProImageToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ3ProTextToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ3ProTextToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ3ProStartEndToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ3ProStartEndToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ3TurboImageToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ3TurboImageToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ3TurboTextToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ3TurboTextToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createViduQ3TurboStartEndToVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViduQ3TurboStartEndToVideoRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    getViduRequestStatus: {
        parameters: {
            query?: {
                /** @description 1 asks for the log lines of the job as well. */
                logs?: components["parameters"]["QueueLogs"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the queued request, as its submission answered.
                 * @example qvideo-root-1772093213681278506
                 */
                request_id: components["parameters"]["ViduRequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job ended, well or not. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViduQueueStatus"];
                };
            };
            /** @description The job waits or runs. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViduQueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    getViduRequestResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the queued request, as its submission answered.
                 * @example qvideo-root-1772093213681278506
                 */
                request_id: components["parameters"]["ViduRequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The finished video. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViduVideoResult"];
                };
            };
            400: components["responses"]["QueueResultNotReady"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueResultFailed"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    createImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KlingV1CreateImageRequest"] | components["schemas"]["KlingV15CreateImageRequest"] | components["schemas"]["KlingV2CreateImageRequest"] | components["schemas"]["KlingV2NewCreateImageRequest"] | components["schemas"]["KlingV21CreateImageRequest"] | components["schemas"]["Gemini25FlashImageGenerationRequest"] | components["schemas"]["Gemini30ProImageGenerationRequest"] | components["schemas"]["Gemini31FlashImageGenerationRequest"];
            };
        };
        responses: {
            /** @description A task to ask after (Kling models), or the pictures at once (Gemini models). */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KlingImageTaskResponse"] | components["schemas"]["ImageGenerationResponse"];
                };
            };
            400: components["responses"]["ImagesBadRequest"];
            401: components["responses"]["ImagesUnauthorized"];
            402: components["responses"]["ImagesPaymentRequired"];
            403: components["responses"]["ImagesForbidden"];
            404: components["responses"]["ImagesNotFound"];
            429: components["responses"]["ImagesTooManyRequests"];
            500: components["responses"]["ImagesInternalServerError"];
            503: components["responses"]["ImagesServiceUnavailable"];
            default: components["responses"]["ImagesError"];
        };
    };
    editImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KlingV2EditImageRequest"] | components["schemas"]["KlingV21EditImageRequest"] | components["schemas"]["Gemini25FlashImageEditRequest"] | components["schemas"]["Gemini30ProImageEditRequest"] | components["schemas"]["Gemini31FlashImageEditRequest"];
            };
        };
        responses: {
            /** @description A task to ask after (Kling models), or the pictures at once (Gemini models). */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KlingImageTaskResponse"] | components["schemas"]["ImageGenerationResponse"];
                };
            };
            400: components["responses"]["ImagesBadRequest"];
            401: components["responses"]["ImagesUnauthorized"];
            402: components["responses"]["ImagesPaymentRequired"];
            403: components["responses"]["ImagesForbidden"];
            404: components["responses"]["ImagesNotFound"];
            429: components["responses"]["ImagesTooManyRequests"];
            500: components["responses"]["ImagesInternalServerError"];
            503: components["responses"]["ImagesServiceUnavailable"];
            default: components["responses"]["ImagesError"];
        };
    };
    getImageTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the image job, as its creation answered.
                 * @example image-1762159125266058362-1383010xxx
                 */
                task_id: components["parameters"]["ImageTaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description State of the task. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KlingImageTaskStatusResponse"];
                };
            };
            400: components["responses"]["KlingImageBadRequest"];
            401: components["responses"]["KlingImageUnauthorized"];
            402: components["responses"]["KlingImagePaymentRequired"];
            403: components["responses"]["KlingImageForbidden"];
            404: components["responses"]["KlingImageNotFound"];
            429: components["responses"]["KlingImageTooManyRequests"];
            500: components["responses"]["KlingImageInternalServerError"];
            503: components["responses"]["KlingImageServiceUnavailable"];
            default: components["responses"]["KlingImageError"];
        };
    };
    createKlingImageO1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FalOmniImageRequest"];
            };
        };
        responses: {
            /** @description The job is in the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    getKlingImageRequestStatus: {
        parameters: {
            query?: {
                /** @description 1 asks for the log lines of the job as well. */
                logs?: components["parameters"]["QueueLogs"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the queued request, as its submission answered.
                 * @example qimage-root-1770199726278452760
                 */
                request_id: components["parameters"]["KlingImageRequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job ended, well or not. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KlingImageQueueStatus"];
                };
            };
            /** @description The job waits or runs. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KlingImageQueueStatus"];
                };
            };
            400: components["responses"]["QueueBadRequest"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueInternalServerError"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    getKlingImageRequestResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the queued request, as its submission answered.
                 * @example qimage-root-1770199726278452760
                 */
                request_id: components["parameters"]["KlingImageRequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The finished pictures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KlingImageResult"];
                };
            };
            400: components["responses"]["QueueResultNotReady"];
            401: components["responses"]["QueueUnauthorized"];
            402: components["responses"]["QueuePaymentRequired"];
            403: components["responses"]["QueueForbidden"];
            404: components["responses"]["QueueNotFound"];
            429: components["responses"]["QueueTooManyRequests"];
            500: components["responses"]["QueueResultFailed"];
            503: components["responses"]["QueueServiceUnavailable"];
            default: components["responses"]["QueueError"];
        };
    };
    listFiles: {
        parameters: {
            query?: {
                /** @description Only files in this state. */
                status?: "pending" | "uploading" | "ready" | "failed" | "expired";
                /** @description Only files after the one with this id, usually the `last_id` of the page before. */
                after?: string;
                /** @description Number of files in a page at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of files. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileListResponse"];
                };
            };
            400: components["responses"]["OpenAIBadRequest"];
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            404: components["responses"]["OpenAINotFound"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
    createFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFileRequest"];
            };
        };
        responses: {
            /** @description The import has been accepted and waits for its turn. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileResponse"];
                };
            };
            400: components["responses"]["OpenAIBadRequest"];
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            404: components["responses"]["OpenAINotFound"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the file, as its import answered.
                 * @example qfile-12345-1770727746152401856-01d742
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileResponse"];
                };
            };
            400: components["responses"]["OpenAIBadRequest"];
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            404: components["responses"]["OpenAINotFound"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the file, as its import answered.
                 * @example qfile-12345-1770727746152401856-01d742
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file has been removed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileDeleteResponse"];
                };
            };
            400: components["responses"]["OpenAIBadRequest"];
            401: components["responses"]["OpenAIUnauthorized"];
            402: components["responses"]["OpenAIPaymentRequired"];
            403: components["responses"]["OpenAIForbidden"];
            404: components["responses"]["OpenAINotFound"];
            429: components["responses"]["OpenAITooManyRequests"];
            500: components["responses"]["OpenAIInternalServerError"];
            503: components["responses"]["OpenAIServiceUnavailable"];
            default: components["responses"]["OpenAIError"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
