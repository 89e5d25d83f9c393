import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A peer of the benchmark: Spring Cloud Gateway, its one route given by system properties; without a package nothing may be scanned. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SpringProxy {
    public static void main(String[] arguments) {
        SpringApplication.run(SpringProxy.class, arguments);
    }
}
