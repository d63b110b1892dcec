using System.Text;
using MiniApp.AspNetCore;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Inspection;

/// <summary>What exactly is wrong with a token that was refused, as far as its form tells. It explains a verdict, and makes none.</summary>
internal static class FaultFinder
{
    public static string[] Find(
        RefusalKind kind, DecodedToken token, TokenParameter[] parameters, TokenFormat format, MiniAppOptions limits) => kind switch
        {
            RefusalKind.Malformed => [.. FindInWhole(token, parameters, limits), .. FindInParts(parameters, format)],
            RefusalKind.WrongProof => TokenHints.Find(token.Token) is { } hint ? [hint] : [],
            RefusalKind.DuplicateParameter => [.. FindDuplicates(parameters, format)],
            RefusalKind.MissingParameter => [.. FindMissing(parameters, format.Required)],
            RefusalKind.MissingProof => [.. FindMissing(parameters, format.Proofs)],
            _ => [],
        };

    /// <summary>What is wrong with single parameters.</summary>
    public static IEnumerable<string> FindInParts(TokenParameter[] parameters, TokenFormat format)
    {
        foreach (var parameter in parameters)
        {
            var isRead = format.IsProof(parameter.Name) || format.IsSigned(parameter.Name);
            if (parameter.IsNameBroken || isRead && parameter.IsValueBroken)
            {
                yield return $"The percent-encoding of {parameter.Name} is broken.";
            }
            else if (format.Integers.Contains(parameter.Name, StringComparer.Ordinal)
                && !DecimalDigits.TryRead<char>(parameter.Value, out _))
            {
                yield return $"{parameter.Name} is not a whole number in ASCII digits.";
            }
        }

        // What VK only refuses as a duplicate, or takes for an empty value, is not init data at all.
        if (format.Fragment is not null)
        {
            foreach (var fault in FindInInitData(parameters, format))
            {
                yield return fault;
            }
        }
    }

    /// <summary>The parameters that are there more than once.</summary>
    public static IEnumerable<string> FindDuplicates(TokenParameter[] parameters, TokenFormat format) => parameters
        .Where(parameter => format.IsProof(parameter.Name) || format.IsSigned(parameter.Name))
        .CountBy(parameter => parameter.Name, StringComparer.Ordinal)
        .Where(name => name.Value > 1)
        .Select(name => $"{name.Key} is there {name.Value} times.");

    /// <summary>The parameters that are not there.</summary>
    public static IEnumerable<string> FindMissing(TokenParameter[] parameters, string[] names) => names
        .Where(name => !Array.Exists(parameters, parameter => parameter.Name == name))
        .Select(name => $"{name} is missing.");

    private static IEnumerable<string> FindInWhole(DecodedToken token, TokenParameter[] parameters, MiniAppOptions limits)
    {
        if (Encoding.UTF8.GetByteCount(token.Token) > limits.MaxTokenLength)
        {
            yield return $"It is longer than {limits.MaxTokenLength} bytes.";
        }
        else if (TokenHints.Find(token.Token) is { } hint)
        {
            yield return hint;
        }
        else if (token.Text is null)
        {
            yield return "It is neither a query nor base64 of one.";
        }
        else if (parameters.Length == 1 && !token.IsBase64)
        {
            yield return "It is a single parameter, where a query has several, with an & between them.";
        }
        else if (parameters.Length > limits.MaxParameters)
        {
            yield return $"It has more than {limits.MaxParameters} parameters.";
        }
    }

    private static IEnumerable<string> FindInInitData(TokenParameter[] parameters, TokenFormat format)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Value is null || parameter.Name.Length == 0)
            {
                yield return $"The field {parameter.Name} is not name=value.";
            }
            else if (parameter.Name.AsSpan().ContainsAny('\n', '=') || parameter.Value.Contains('\n', StringComparison.Ordinal))
            {
                yield return $"The field {parameter.Name} contains a line feed, or an = in its name.";
            }
        }

        foreach (var fault in FindDuplicates(parameters, format).Concat(FindMissing(parameters, format.Required)))
        {
            yield return fault;
        }
    }
}
