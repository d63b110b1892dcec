using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>Describes the header that tells the page which has used a launch from whoever comes with the same one.</summary>
internal static class LaunchBindingParameter
{
    private const string Name = "Launch-Binding";

    /// <param name="operation">The operation. A parameter that the application has described itself stays as it is.</param>
    /// <param name="use">How it uses launches, or <see langword="null"/> where it doesn't.</param>
    public static void Add(OpenApiOperation operation, LaunchUse? use)
    {
        operation.Parameters ??= [];
        if (use is null or LaunchUse.Once || operation.Parameters.Any(IsBinding))
        {
            return;
        }

        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Name,
            In = ParameterLocation.Header,
            Required = use == LaunchUse.Bind,
            Description = "Random characters that the page chooses for a launch, and sends again where it repeats the request.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 16, MaxLength = 128, Pattern = "^[A-Za-z0-9_-]+$" },
        });
    }

    private static bool IsBinding(IOpenApiParameter parameter) =>
        parameter.In == ParameterLocation.Header && Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase);
}
