using System.Collections.Immutable;

namespace MiniApp;

/// <summary>The fields of init data as texts, for the typed reading.</summary>
/// <param name="values">The fields, decoded, in the ordinal order of their names.</param>
/// <param name="authDate">When the platform proved them, in Unix seconds.</param>
internal sealed class InitDataFields(ImmutableArray<KeyValuePair<string, string>> values, long authDate)
{
    public ImmutableArray<KeyValuePair<string, string>> Values => values;

    public DateTimeOffset AuthDate { get; } = InitDataTime.ToDateTimeOffset(authDate);

    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in values)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }
}
