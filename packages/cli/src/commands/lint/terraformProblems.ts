import { inputProblem, type InputProblem } from '../../io/inputProblem.ts';

/** How to come to what can be read of a configuration. */
export const MAKE_A_PLAN =
  'make a plan and lint that: `terraform plan -out=plan.out && terraform show -json plan.out > plan.json`';

/** What keeps the sources of Terraform from being read. */
export const TERRAFORM_SOURCE: InputProblem = inputProblem(
  'it is written in the language of Terraform, of which only plans are read',
  { help: MAKE_A_PLAN },
);

/** What keeps a plan from being read as `terraform plan -out` saves it. */
export const SAVED_PLAN: InputProblem = inputProblem(
  'it is an archive, as the saved plans of Terraform are',
  {
    help: 'if it is a plan, lint what it says: `terraform show -json plan.out > plan.json`',
  },
);

/** Whether a text is the beginning of an archive. */
export function isArchive(text: string): boolean {
  return text.startsWith('PK\u0003\u0004');
}
