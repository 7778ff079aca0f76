import type { Tool } from './agent.ts';

const orders: Record<string, { item: string; paid: boolean }> = {
  42: { item: 'toaster', paid: true },
  43: { item: 'kettle', paid: false },
};

/** What an agent of a shop's can do. */
export const tools: Record<string, Tool> = {
  get_order: {
    description: 'An order by its number.',
    input: { type: 'object', properties: { number: { type: 'integer' } }, required: ['number'] },
    run({ number }) {
      const order = orders[String(number)];
      if (!order) throw new Error(`There is no order ${number}.`);
      return JSON.stringify(order);
    },
  },
  refund: {
    description: 'Gives back what was paid for an order.',
    input: { type: 'object', properties: { number: { type: 'integer' } }, required: ['number'] },
    run({ number }) {
      const order = orders[String(number)];
      if (!order?.paid) throw new Error(`Order ${number} was not paid.`);
      order.paid = false;
      return `Order ${number} is refunded.`;
    },
  },
};
