using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.TypeScript;

/// <summary>A value on the wire: its type, and its shape, which the client's tests hold bytes against (wire/shape.ts).</summary>
internal abstract record WireType
{
    public abstract string Type { get; }

    public abstract string Shape { get; }

    /// <summary>The record it is or holds; null: none.</summary>
    public virtual Type? Record => null;

    /// <summary>As one item of a list.</summary>
    protected virtual string Item => Type;

    public sealed record Plain(string Name, string Kind) : WireType
    {
        public override string Type => Name;

        public override string Shape => $"'{Kind}'";
    }

    /// <summary>A number that is only so exact in a frame.</summary>
    public sealed record Counted(Quantum Exact) : WireType
    {
        public override string Type => "number";

        public override string Shape =>
            Exact.Figures == 0 ? $"{{ parts: {Exact.Parts} }}" : $"{{ parts: {Exact.Parts}, figures: {Exact.Figures} }}";
    }

    public sealed record OneOf(IReadOnlyList<string> Words) : WireType
    {
        public override string Type => string.Join(" | ", Words.Select(word => $"'{word}'"));

        public override string Shape => $"{{ oneOf: [{string.Join(", ", Words.Select(word => $"'{word}'"))}] }}";

        protected override string Item => $"({Type})";
    }

    public sealed record RecordOf(Type Of) : WireType
    {
        public override string Type => Of.Name;

        public override string Shape => Of.Name;

        public override Type Record => Of;
    }

    public sealed record ListOf(WireType Each) : WireType
    {
        public override string Type => $"readonly {Each.Item}[]";

        public override string Shape => $"[{Each.Shape}]";

        public override Type? Record => Each.Record;

        protected override string Item => $"({Type})";
    }

    public sealed record MapOf(WireType Each) : WireType
    {
        public override string Type => $"Readonly<Record<string, {Each.Type}>>";

        public override string Shape => $"{{ each: {Each.Shape} }}";

        public override Type? Record => Each.Record;
    }

    public sealed record OrNull(WireType Value) : WireType
    {
        public override string Type => $"{Value.Type} | null";

        public override string Shape => $"{{ orNull: {Value.Shape} }}";

        public override Type? Record => Value.Record;

        protected override string Item => $"({Type})";
    }
}
