using System.Reflection;

namespace OpsGame.Server.Wire.Terms;

/// <summary>
/// How exact a number is in a frame: a whole number of parts of one, and of a large number of them only the first figures. Both
/// ends count in the same parts, so that differences add up.
/// </summary>
/// <param name="Figures">0: all.</param>
internal readonly record struct Quantum(int Parts, int Figures)
{
    /// <summary>By a field's type, its attribute or the unit its name ends with; null: it does not say.</summary>
    public static Quantum? Of(PropertyInfo field)
    {
        if (field.GetCustomAttribute<ExactAttribute>() is { } exact) return new(exact.Parts, exact.Figures);
        var type = field.PropertyType.IsArray ? field.PropertyType.GetElementType() : field.PropertyType;
        if (type == typeof(int) || type == typeof(long)) return new(1, 0);
        if (type != typeof(double)) return null;
        return field.Name switch
        {
            [.., 'M', 's'] => new(10, 0),
            [.., 'M', 'i', 'B'] => new(1, 0),
            _ when field.Name.EndsWith("PerHour", StringComparison.Ordinal) => new(10_000, 0),
            _ when field.Name.EndsWith("PerSecond", StringComparison.Ordinal) => new(10, 0),
            _ when field.Name.EndsWith("Seconds", StringComparison.Ordinal) => new(1000, 0),
            _ => null,
        };
    }

    /// <summary>The number as it is counted: equal codes are equal numbers for whoever reads them.</summary>
    public long Code(double number)
    {
        var parts = (long)Math.Round(number * Parts);
        if (Figures == 0) return parts;
        var (size, ten) = (Math.Abs(parts), Power(Figures));
        if (size < ten) return parts;
        // Nine tenths of each power of ten are codes of its own: 99, 100, 110 … 990, 1000, 1100 with two figures.
        var decades = 0;
        double shown = size;
        for (; shown >= ten; shown /= 10) decades++;
        return Math.Sign(parts) * ((decades * (ten - ten / 10)) + (long)Math.Round(shown));
    }

    public double Number(long code)
    {
        var (size, ten) = (Math.Abs(code), Power(Figures));
        if (Figures == 0 || size < ten) return code / (double)Parts;
        var decade = ten - ten / 10;
        var decades = (size - ten / 10) / decade;
        return Math.Sign(code) * (size - (decades * decade)) * (double)Power((int)decades) / Parts;
    }

    private static long Power(int figures)
    {
        var power = 1L;
        for (var figure = 0; figure < figures; figure++) power *= 10;
        return power;
    }
}
