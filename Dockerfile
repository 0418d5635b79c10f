FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts ./scripts
RUN npm install --no-audit --no-fund --omit=optional
COPY . .
RUN npm run build
RUN mkdir -p /var/lib/ledger && chown node /var/lib/ledger
USER node
CMD ["node", "dist/apps/gateway/src/main.js"]
