namespace MiniApp;

/// <summary>Gathers the fields that a signer is to sign.</summary>
internal sealed class InitDataFieldsBuilder
{
    /// <summary>What was gathered.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a field where it has a value.</summary>
    public InitDataFieldsBuilder Add(string name, string? value)
    {
        if (value is not null)
        {
            Fields[name] = value;
        }

        return this;
    }

    /// <summary>Adds fields that a test made up, in place of those that are there already, and ends the gathering.</summary>
    /// <exception cref="ArgumentException">A name is empty, or is that of the hash.</exception>
    public Dictionary<string, string> AddAll(IReadOnlyDictionary<string, string> additional, string parameterName)
    {
        foreach (var (name, value) in additional)
        {
            if (name is "" or "hash")
            {
                throw new ArgumentException("A field must have a name, and hash is what the signer itself makes.", parameterName);
            }

            Fields[name] = value;
        }

        return Fields;
    }
}
