using System.Text.Json.Nodes;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>A document, and the parts of it that tests look at, each as the JSON that it is.</summary>
internal sealed class Document(string json)
{
    private readonly JsonNode _root = JsonNode.Parse(json)!;

    public string Json { get; } = json.ReplaceLineEndings("\n");

    public string? SecuritySchemes => Text(_root["components"]?["securitySchemes"]);

    public IEnumerable<string> PropertiesOf(string schema) =>
        _root["components"]!["schemas"]![schema]!["properties"]!.AsObject().Select(property => property.Key);

    public string? PropertyOf(string schema, string property) => Text(_root["components"]!["schemas"]![schema]!["properties"]![property]);

    public string? SchemaOf(string schema) => Text(_root["components"]!["schemas"]![schema]);

    public string? SecurityOf(string path) => Text(Operation(path)["security"]);

    public string? ResponseOf(string path, int status, string method = "get") => Text(Operation(path, method)["responses"]?[$"{status}"]);

    public string? ParametersOf(string path, string method = "get") => Text(Operation(path, method)["parameters"]);

    /// <summary>The answers that an operation is said to give.</summary>
    public string StatusesOf(string path, string method = "get") => string.Join(' ', Operation(path, method)["responses"]!.AsObject().Select(response => response.Key));

    private static string? Text(JsonNode? node) => node?.ToJsonString();

    private JsonNode Operation(string path, string method = "get") => _root["paths"]![path]![method]!;
}
