// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', '.workbench/', '.astro/', 'test-results/', 'playwright-report/', 'test/fixtures/']),
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // tsconfig asks for index access with brackets; the types of environment and data attributes need it.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: 'error',
      'no-console': 'off',
      // What these print depends on the machine unless told otherwise.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^toLocale(String|DateString|TimeString)$/][arguments.length=0]',
          message: 'Name the locale: the same input has to give the same bytes on every machine.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'No clock: dates come from engagement.yaml.',
        },
        {
          selector: "CallExpression[callee.property.name='localeCompare']",
          message: "Order by code units; a locale is the machine's.",
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'loaders/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance needs a seed: core/random.ts.' },
        { object: 'Date', property: 'now', message: 'No clock: dates come from engagement.yaml.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test that finds nothing there fails all the same.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  astro.configs.recommended,
);
