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
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
      // What these print depends on the machine unless told otherwise.
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name=/^toLocale(String|DateString|TimeString)$/][arguments.length=0]",
          message: 'Name the locale: the same input has to give the same bytes on every machine.',
        },
        {
          selector: "CallExpression[callee.property.name='localeCompare']",
          message: 'Order by code units; a locale is the machine\'s.',
        },
      ],
    },
  },
  {
    files: ['src/{core,schema,charts,package,pages,layouts,components,notebook}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'No clock here; instants come in as values.' },
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance needs a seed: core/random.ts.' }],
    },
  },
  astro.configs.recommended,
);
