using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>A whole document, as a client gets it.</summary>
public class DocumentTests
{
    [Fact]
    public async Task Document_has_the_scheme_and_says_which_operations_demand_it()
    {
        await using var app = await StartAsync();

        Assert.Equal(
            """
            {
              "openapi": "3.1.1",
              "info": {
                "title": "MiniApp.AspNetCore.OpenApi.Tests | v1",
                "version": "1.0.0"
              },
              "servers": [
                {
                  "url": "http://localhost/"
                }
              ],
              "paths": {
                "/open": {
                  "get": {
                    "tags": [
                      "MiniApp.AspNetCore.OpenApi.Tests"
                    ],
                    "responses": {
                      "200": {
                        "description": "OK",
                        "content": {
                          "text/plain": {
                            "schema": {
                              "type": "string"
                            }
                          }
                        }
                      }
                    }
                  }
                },
                "/me": {
                  "get": {
                    "tags": [
                      "MiniApp.AspNetCore.OpenApi.Tests"
                    ],
                    "responses": {
                      "200": {
                        "description": "OK",
                        "content": {
                          "text/plain": {
                            "schema": {
                              "type": "string"
                            }
                          }
                        }
                      },
                      "401": {
                        "description": "Unauthorized",
                        "headers": {
                          "WWW-Authenticate": {
                            "description": "The challenge of RFC 6750: the error, if there were credentials, and what is wrong with them.",
                            "schema": {
                              "type": "string"
                            }
                          }
                        }
                      }
                    },
                    "security": [
                      {
                        "VkMiniApp": [ ]
                      }
                    ]
                  }
                },
                "/admin": {
                  "get": {
                    "tags": [
                      "MiniApp.AspNetCore.OpenApi.Tests"
                    ],
                    "responses": {
                      "200": {
                        "description": "OK",
                        "content": {
                          "text/plain": {
                            "schema": {
                              "type": "string"
                            }
                          }
                        }
                      },
                      "401": {
                        "description": "Unauthorized",
                        "headers": {
                          "WWW-Authenticate": {
                            "description": "The challenge of RFC 6750: the error, if there were credentials, and what is wrong with them.",
                            "schema": {
                              "type": "string"
                            }
                          }
                        }
                      },
                      "403": {
                        "description": "Forbidden"
                      }
                    },
                    "security": [
                      {
                        "VkMiniApp": [ ]
                      }
                    ]
                  }
                }
              },
              "components": {
                "securitySchemes": {
                  "VkMiniApp": {
                    "type": "http",
                    "description": "VK launch parameters. The query of the page's address, as VK wrote it: location.search without the question mark, or that in base64.",
                    "scheme": "bearer",
                    "bearerFormat": "VK launch parameters"
                  }
                }
              },
              "tags": [
                {
                  "name": "MiniApp.AspNetCore.OpenApi.Tests"
                }
              ]
            }
            """,
            (await app.DescribeAsync()).Json);
    }

    [Fact]
    public async Task Readers_find_the_scheme_that_an_operation_refers_to()
    {
        await using var app = await StartAsync();
        var document = OpenApiDocument.Parse((await app.DescribeAsync()).Json, OpenApiConstants.Json).Document!;

        var requirement = Assert.Single(document.Paths["/me"].Operations![HttpMethod.Get].Security!);
        var (scheme, scopes) = Assert.Single(requirement);

        Assert.Equal((SecuritySchemeType.Http, "bearer", "VK launch parameters"), (scheme.Type, scheme.Scheme, scheme.BearerFormat));
        Assert.Empty(scopes);
    }

    private static Task<DocumentedApp> StartAsync() => DocumentedApp.StartWithAsync(
        schemes => schemes.AddVk(),
        app =>
        {
            app.MapGet("/open", () => "open");
            app.MapGet("/me", () => "me").RequireAuthorization();
            app.MapGet("/admin", () => "admin").RequireAuthorization(policy => policy.RequireVkUser(42));
        });
}
