import {
  type ColumnDefinitionNode,
  DataTypeNode,
  GeneratedNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
} from 'kysely';

/** The types of our columns in SQLite, and what stores the same values in PostgreSQL. */
const TYPES: Readonly<Record<string, 'text' | 'bigint' | 'bytea'>> = {
  // The sign-in library gives moments as ISO text and yes or no as 1 or 0, as it does to SQLite.
  timestamptz: 'text',
  boolean: 'bigint',
  integer: 'bigint',
  blob: 'bytea',
};

/**
 * Lets the same migrations run on PostgreSQL: every value is stored as in SQLite, so that all other code is the same. Columns
 * that count up become identities.
 */
export class PostgresTypes implements KyselyPlugin {
  readonly #transformer = new ToPostgres();

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    return this.#transformer.transformNode(node, queryId);
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result;
  }
}

class ToPostgres extends OperationNodeTransformer {
  protected override transformColumnDefinition(
    ...given: Parameters<OperationNodeTransformer['transformColumnDefinition']>
  ) {
    const { autoIncrement, ...node } = super.transformColumnDefinition(...given);
    return { ...node, dataType: typeOf(node), ...(autoIncrement === true && { generated: COUNTED }) };
  }
}

/** Rows that are brought from elsewhere keep their numbers. */
const COUNTED = GeneratedNode.create({ identity: true, byDefault: true });

function typeOf({ dataType }: Pick<ColumnDefinitionNode, 'dataType'>) {
  const type = DataTypeNode.is(dataType) ? TYPES[dataType.dataType] : undefined;
  return type === undefined ? dataType : DataTypeNode.create(type);
}
