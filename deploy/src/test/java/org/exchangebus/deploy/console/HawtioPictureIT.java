package org.exchangebus.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.exchangebus.deploy.demo.RunningDemo;
import org.exchangebus.deploy.demo.RunningDemo.Demo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What an operator sees in Hawtio, in a real browser; the pictures are left in {@code target/pictures}. */
@ExtendWith(RunningDemo.class)
class HawtioPictureIT {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final List<String> SYSTEMS =
            List.of("credit-office", "household-register", "land-office", "market-registry");

    private ChromeDriver browser;
    private String console;

    @BeforeEach
    void logIn(Demo demo) {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "there is no " + BROWSER + " with its driver here (Debian: chromium, chromium-driver)");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options());
        browser.manage().window().setSize(new Dimension(1600, 1000));
        console = "http://127.0.0.1:" + demo.exchange().webPort().orElseThrow() + "/actuator/hawtio/";
        browser.get(console);
        seen(By.name("username")).sendKeys("admin");
        browser.findElement(By.name("password"))
                .sendKeys(demo.exchange().firstPassword().orElseThrow());
        browser.findElement(By.cssSelector("button[type=submit]")).click();
        seen(By.xpath("//*[text()='JMX']"));
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void groupsTheRoutesBySystem() throws IOException {
        browser.get(console + "camel");
        for (String system : SYSTEMS) {
            seen(By.id("org.apache.camel-CamelContexts-exchange-bus-routes-" + system + "-folder"));
        }
        picture("route-tree");
        assertThat(browser.findElement(By.tagName("body")).getText()).doesNotContain("{{");
    }

    @Test
    void drawsARouteWithItsSteps() throws IOException {
        browser.get(
                console
                        + "camel/routeDiagram?nid=org.apache.camel-CamelContexts-exchange-bus-routes-household-register-household-register-person");
        for (String step : List.of("capture", "land", "map", "publish", "close", "acknowledge")) {
            seen(By.xpath("//*[contains(., '(ID: " + step + ")')]"));
        }
        picture("route-diagram");
    }

    @Test
    void showsTheSystemsAsOneTable() throws IOException {
        browser.get(console + "jmx");
        seen(By.xpath("//button[normalize-space()='Expand all']")).click();
        WebElement folder = seen(By.id("org.exchangebus-System-folder"));
        WebElement entry = folder.findElement(By.cssSelector("[class*=tree-view__node]"));
        browser.executeScript("arguments[0].click()", entry);
        WebElement table = seen(By.tagName("table"));
        new WebDriverWait(browser, Duration.ofSeconds(30))
                .until(ignored -> table.findElements(By.cssSelector("tbody tr")).size() == SYSTEMS.size());
        picture("systems-table");
        assertThat(table.getText()).contains(SYSTEMS);
    }

    private WebElement seen(By what) {
        return new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    private void picture(String name) throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(pictures.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    /** A browser that asks nobody outside, and may run as root. */
    private static ChromeOptions options() {
        return new ChromeOptions()
                .setBinary(BROWSER.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync");
    }
}
