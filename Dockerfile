# The mock in a container, which any machine on its network can call:
#
#   docker build --tag nexconn-contract .
#   docker run --rm --publish 4010:4010 --volume ./scenarios:/scenarios:ro nexconn-contract
#   docker run --rm --publish 4010:4010 nexconn-contract mock --strict --seed 7
#   docker run --rm --publish 4010:4010 nexconn-contract mock --https --base-path /api
#
# `npm run test:docker` runs these steps where there is no Docker.

FROM node:24-slim AS build
WORKDIR /package
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build -- --no-types && npm pack --ignore-scripts && mv nexconn-contract-*.tgz package.tgz

FROM node:24-slim
WORKDIR /app
COPY --from=build /package/package.tgz ./
RUN npm install --no-audit --no-fund --omit=dev ./package.tgz unstorage@1.17.6 ioredis@5.11.1 && rm package.tgz && mkdir -p /scenarios
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4010
USER node
EXPOSE 4010
# With --https it answers nobody who speaks without, and with --base-path it says 404 here: what answers is healthy.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["node", "-e", "const ask = (by) => new Promise((answer, fail) => require(by).get({ port: process.env.PORT, path: '/__mock/health', rejectUnauthorized: false }, ({ statusCode }) => answer(statusCode)).on('error', fail)); ask('node:http').catch(() => ask('node:https')).then((status) => process.exit(status < 500 ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/node_modules/nexconn-contract/dist/cli.js"]
CMD ["mock", "--scenarios", "/scenarios"]
