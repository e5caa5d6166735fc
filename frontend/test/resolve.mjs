// The client code imports './model' as Vite wants it; Node wants './model.ts'.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('.') && !/\.\w+$/.test(specifier) ? `${specifier}.ts` : specifier, context),
});
