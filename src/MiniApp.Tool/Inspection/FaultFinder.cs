namespace MiniApp.Tool.Inspection;

/// <summary>What exactly is wrong with the form of a token that was refused for it. It explains a verdict, and makes none.</summary>
internal static class FaultFinder
{
    public static string[] Find(string reason, DecodedToken token, TokenParameter[] parameters, Platforms.TokenShape shape) => reason switch
    {
        "malformed" => [.. FindInWhole(token, parameters), .. FindInParts(parameters, shape)],
        "duplicate_parameter" => [.. FindDuplicates(parameters, shape)],
        "missing_parameter" => [.. FindMissing(parameters, shape.Required)],
        "missing_proof" => [.. FindMissing(parameters, shape.Proofs)],
        _ => [],
    };

    private static IEnumerable<string> FindInWhole(DecodedToken token, TokenParameter[] parameters)
    {
        if (token.Token.Length == 0)
        {
            yield return "It is empty.";
        }
        else if (token.IsTooLong)
        {
            yield return $"It is longer than {TokenLimits.MaxLength} characters.";
        }
        else if (MiniApp.TokenShape.IsJsonWebToken(token.Token))
        {
            yield return "It looks like a JSON Web Token, which is another kind of token and for another scheme.";
        }
        else if (token.Text is null)
        {
            yield return "It is neither a query nor base64 of one.";
        }
        else if (parameters.Length == 1 && !token.IsBase64)
        {
            yield return "It is a single parameter, where a query has several, with an & between them.";
        }
        else if (parameters.Length > TokenLimits.MaxParameters)
        {
            yield return $"It has more than {TokenLimits.MaxParameters} parameters.";
        }
    }

    private static IEnumerable<string> FindInParts(TokenParameter[] parameters, Platforms.TokenShape shape)
    {
        foreach (var parameter in parameters)
        {
            var isRead = shape.IsProof(parameter.Name) || shape.IsSigned(parameter.Name);
            if (parameter.IsNameBroken || isRead && parameter.IsValueBroken)
            {
                yield return $"The percent-encoding of {parameter.Name} is broken.";
            }
            else if (shape.Integers.Contains(parameter.Name, StringComparer.Ordinal) && !DecimalDigits.TryRead<char>(parameter.Value, out _))
            {
                yield return $"{parameter.Name} is not a whole number in ASCII digits.";
            }
        }

        // What VK only refuses as a duplicate, or takes for an empty value, is no init data at all.
        if (shape.Fragment is not null)
        {
            foreach (var fault in FindInInitData(parameters, shape))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> FindInInitData(TokenParameter[] parameters, Platforms.TokenShape shape)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Value is null || parameter.Name.Length == 0)
            {
                yield return $"The field {parameter.Name} is no name=value.";
            }
            else if (parameter.Name.AsSpan().ContainsAny('\n', '=') || parameter.Value.Contains('\n', StringComparison.Ordinal))
            {
                yield return $"The field {parameter.Name} holds a line feed, or an = in its name.";
            }
        }

        foreach (var fault in FindDuplicates(parameters, shape).Concat(FindMissing(parameters, shape.Required)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> FindDuplicates(TokenParameter[] parameters, Platforms.TokenShape shape) => parameters
        .Where(parameter => shape.IsProof(parameter.Name) || shape.IsSigned(parameter.Name))
        .CountBy(parameter => parameter.Name, StringComparer.Ordinal)
        .Where(name => name.Value > 1)
        .Select(name => $"{name.Key} is there {name.Value} times.");

    private static IEnumerable<string> FindMissing(TokenParameter[] parameters, string[] names) => names
        .Where(name => !Array.Exists(parameters, parameter => parameter.Name == name))
        .Select(name => $"{name} is not there.");
}
