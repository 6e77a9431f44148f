using GanDsl.Generators.Text;

namespace GanDsl.Generators.Declarations;

/// <summary>One argument of an attribute, by the name of its parameter. Booleans are 0 and 1, enums their numbers.</summary>
internal sealed record AttributeValue(string Name, double Number, EquatableArray<int> Numbers, bool IsArray, string Text = "", CustomFunction? Function = null)
{
    public static AttributeValue Of(string name, double number) => new(name, number, default, IsArray: false);

    public static AttributeValue Of(string name, string text) => new(name, 0, default, IsArray: false, text);

    public static AttributeValue Of(string name, CustomFunction function) => new(name, 0, default, IsArray: false, Function: function);

    public static AttributeValue Of(string name, EquatableArray<int> numbers) => new(name, 0, numbers, IsArray: true);
}

/// <summary>All arguments of one attribute, those with default values included; arrays that are null are left out.</summary>
internal sealed record AttributeValues(EquatableArray<AttributeValue> Values)
{
    public double Double(string name) => Find(name)?.Number ?? 0;

    public int Int(string name) => (int)Double(name);

    public bool Bool(string name) => Double(name) != 0;

    /// <summary>The text of an argument; empty where it is null.</summary>
    public string Text(string name) => Find(name)?.Text ?? "";

    /// <summary>The function of a type argument; null where there is none.</summary>
    public CustomFunction? Function(string name) => Find(name)?.Function;

    /// <summary>The numbers of an array argument; a single number is an array of one; <paramref name="otherwise"/> where the array is null.</summary>
    public EquatableArray<int> Ints(string name, int otherwise)
    {
        var value = Find(name);
        if (value is null) return EquatableArray.Of(otherwise);
        return value.IsArray ? value.Numbers : EquatableArray.Of((int)value.Number);
    }

    /// <summary>The numbers of a <c>params</c> array, possibly none.</summary>
    public EquatableArray<int> Ints(string name) => Find(name)?.Numbers ?? default;

    /// <summary>Whether an argument exists.</summary>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>Whether some number equals this one.</summary>
    public bool Has(int number) => Values.Any(value => value.IsArray ? value.Numbers.Contains(number) : value.Number == number);

    /// <summary>The arguments with one number replaced.</summary>
    public AttributeValues Replace(int number, int by) => !Has(number) ? this : new AttributeValues(Values
        .Select(value => value with
        {
            Number = value.Number == number ? by : value.Number,
            Numbers = value.Numbers.Select(item => item == number ? by : item).ToEquatableArray(),
        })
        .ToEquatableArray());

    private AttributeValue? Find(string name) => Values.FirstOrDefault(value => value.Name == name);
}
